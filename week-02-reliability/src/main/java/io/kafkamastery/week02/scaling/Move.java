package io.kafkamastery.week02.scaling;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * A move of replicas that the cluster has been asked for.
 *
 * @param replicas the brokers that are to hold each partition in the end, the preferred leader first. All partitions that
 *     change are in it; others may be
 */
public record Move(Map<TopicPartition, List<Integer>> replicas) {

    public Move {
        replicas = replicas.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
