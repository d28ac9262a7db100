package io.kafkamastery.week02.retention;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Four partitions in which a group was left behind, each in another way. The first offsets are deleted as retention does it,
 * only at once.
 *
 * <pre>
 * partition 0   8 orders, committed 3, deleted before 5: a gap
 * partition 1   7 orders, committed 2, nothing deleted; an offset amid the orders holds the end of a transaction
 * partition 2   4 orders, nothing committed, deleted before 2; the end of a transaction comes last
 * partition 3   6 orders, committed 5, deleted before 5: just in time
 * </pre>
 */
record Backlog(KafkaCluster kafka, Topic topic) {

    private static final Map<Integer, Long> COMMITTED = Map.of(0, 3L, 1, 2L, 3, 5L);

    static Backlog in(KafkaCluster kafka, Topic topic) {
        TopicWriter writer = TopicWriter.of(kafka, topic.name());
        writer.write(seeds(0, 8));
        writer.write(seeds(1, 3));
        writer.writeCommitted(seeds(1, 2));
        writer.write(seeds(1, 2));
        writer.write(seeds(2, 3));
        writer.writeCommitted(seeds(2, 1));
        writer.write(seeds(3, 6));
        deleteBefore(kafka, topic.partition(0), 5);
        deleteBefore(kafka, topic.partition(2), 2);
        deleteBefore(kafka, topic.partition(3), 5);
        return new Backlog(kafka, topic);
    }

    private static List<Seed> seeds(int partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Seed.value("order").partition(partition))
                .toList();
    }

    static void deleteBefore(KafkaCluster kafka, TopicPartition partition, long offset) {
        try {
            kafka.admin()
                    .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new AssertionError("The records of " + partition + " before " + offset + " could not be deleted", e);
        }
    }

    /** Lets the group stop where the table above says. */
    String leftBehindBy(String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new java.util.HashMap<>();
        COMMITTED.forEach(
                (partition, offset) -> offsets.put(topic.partition(partition), new OffsetAndMetadata(offset)));
        try {
            kafka.admin().alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (Exception e) {
            throw new AssertionError("The offsets of group " + group + " could not be committed", e);
        }
        return group;
    }

    /** Where orders stand, from these offsets of the partitions on. */
    List<Order> orders(Map<Integer, Long> from) {
        return TopicProbe.of(kafka, topic.name()).records().stream()
                .filter(record -> record.offset() >= from.get(record.partition()))
                .map(record -> new Order(record.partition(), record.offset()))
                .toList();
    }

    /** Where an order stands. */
    record Order(int partition, long offset) {

        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }
}
