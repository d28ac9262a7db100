package io.kafkamastery.week01.environment;

import java.time.Duration;
import java.util.Set;

/**
 * A first look around a Kafka cluster, with the Admin client: who is there, which topics it holds, and one topic more.
 *
 * <p>Every method connects to the cluster that it is given, and has closed its client when it returns or throws. None of
 * them takes much longer than {@code timeout}: a cluster that does not answer in time ends the call with a {@link
 * ClusterUnreachableException}.
 */
public interface ClusterTour {

    /**
     * Looks at the cluster.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param timeout how long to wait for the cluster, at most
     * @throws ClusterUnreachableException if the cluster does not answer within the timeout
     */
    ClusterReport describe(String bootstrapServers, Duration timeout);

    /**
     * Makes sure that a topic is there and can be used: when this returns, every partition has a leader.
     *
     * @param partitions how many partitions the topic is to have
     * @return whether the topic was created now, or was there already with just as many partitions
     * @throws TopicConflictException if the topic is there with another number of partitions; nothing is changed then
     * @throws org.apache.kafka.common.errors.InvalidTopicException if Kafka does not allow the name; in general, whatever
     *     else the cluster refuses is thrown as the exception that Kafka gave for it
     * @throws ClusterUnreachableException if the cluster does not answer within the timeout
     */
    TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout);

    /**
     * The names of the topics that users made: all but those that Kafka keeps for itself, such as
     * {@code __consumer_offsets}.
     *
     * @throws ClusterUnreachableException if the cluster does not answer within the timeout
     */
    Set<String> userTopics(String bootstrapServers, Duration timeout);
}
