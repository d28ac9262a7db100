package io.kafkamastery.week02.availability;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition that nobody leads: it can be neither written nor read. Brokers are named by their ids.
 *
 * @param partition which one
 * @param eligible the replicas that may lead without loss, those in sync (ISR) and those eligible (ELR); all of them are
 *     gone, or one would lead
 * @param stale the replicas that are alive: any of them could lead now, and might lack records that were acknowledged
 */
public record Offline(TopicPartition partition, Set<Integer> eligible, Set<Integer> stale) {}
