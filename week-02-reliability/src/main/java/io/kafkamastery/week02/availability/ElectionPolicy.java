package io.kafkamastery.week02.availability;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What becomes of a topic when nobody is left who may lead its partitions. Either it waits for one of the eligible replicas
 * and loses nothing: consistency. Or a stale replica leads, and what that one lacks is lost: availability. Kafka waits
 * unless it is told otherwise; this policy tells what there is to decide, carries out the decision for one topic, and
 * presents the bill.
 *
 * <p>Each method connects to the cluster, and has closed what it opened when it returns or throws. Some of the bootstrap
 * servers may be dead: any live broker can answer.
 */
public interface ElectionPolicy {

    /**
     * The partitions of these topics, and of no others, that nobody leads now. One that is led is not among them, however
     * few of its replicas are in sync.
     */
    Set<Offline> offline(String bootstrapServers, Set<String> topics);

    /**
     * Brings a topic back at once and at any price: has each of its partitions that nobody leads be led by a replica that is
     * alive. Partitions that are led stay as they are, and those without a live replica stay offline. Other topics are not
     * touched. When it returns, the settings of all topics and of all brokers are what they were.
     *
     * @param limit how long to wait, at most, until the new leaders are named; an election takes far less
     * @return the partitions that were offline and are led again
     */
    Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit);

    /**
     * The orders that were acknowledged and cannot be read any more. An order is there if the topic has a record with its id
     * as key, wherever that stands: some orders have been sent again since, and new ones stand where others stood. To be
     * called when all partitions are led.
     *
     * @return the receipts of what is lost, in the sequence in which they were given
     */
    List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts);
}
