package io.kafkamastery.week02.leaderelection;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who holds a partition at one moment. Brokers are named by their ids.
 *
 * @param partition the partition's number
 * @param leader who leads it; empty while nobody does
 * @param replicas all brokers that should hold it, dead ones too; the first is the preferred leader
 * @param inSync the in-sync replicas (ISR)
 * @param eligible the eligible leader replicas (ELR): not in sync now, and yet known to miss nothing that was committed
 */
public record PartitionState(
        int partition, OptionalInt leader, List<Integer> replicas, Set<Integer> inSync, Set<Integer> eligible) {}
