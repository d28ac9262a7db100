package io.kafkamastery.kit.lab;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * A topic that was created for one test, and that no other test uses. Every partition has a leader.
 *
 * @param name its name in Kafka
 * @param partitions how many partitions it was created with
 */
public record Topic(String name, int partitions) {

    public TopicPartition partition(int number) {
        return new TopicPartition(name, number);
    }

    public List<TopicPartition> allPartitions() {
        return IntStream.range(0, partitions).mapToObj(this::partition).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
