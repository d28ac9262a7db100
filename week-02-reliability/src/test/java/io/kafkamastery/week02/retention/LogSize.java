package io.kafkamastery.week02.retention;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;

/** How many bytes the segments of a topic's partitions take, of one replica each. */
record LogSize(Map<Integer, Long> bytesByPartition) {

    static LogSize of(KafkaCluster kafka, String topic) throws AssertionError {
        Map<Integer, Long> bytes = new TreeMap<>();
        try {
            var brokers = kafka.admin().describeCluster().nodes().get().stream()
                    .map(Node::id)
                    .toList();
            kafka.admin().describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(dirs -> dirs.values().stream())
                    .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals(topic))
                    .forEach(replica -> bytes.merge(
                            replica.getKey().partition(), replica.getValue().size(), Math::max));
        } catch (Exception e) {
            throw new AssertionError("The cluster did not tell the sizes of its logs: " + e, e);
        }
        return new LogSize(bytes);
    }

    long totalBytes() {
        return bytesByPartition.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return bytesByPartition.entrySet().stream()
                .map(entry -> "partition " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
