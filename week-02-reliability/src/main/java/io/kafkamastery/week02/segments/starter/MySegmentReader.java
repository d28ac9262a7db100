package io.kafkamastery.week02.segments.starter;

import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.SegmentReader;
import io.kafkamastery.week02.segments.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.TopicPartition;

/** Lab 2.7: yours to write. The contract, {@link SegmentReader}, says what each method has to do. */
public final class MySegmentReader implements SegmentReader {

    @Override
    public List<Segment> segments(PartitionFolder folder) {
        throw new UnsupportedOperationException("TODO 2.7.a: look at the files' names; one kind of them is the log");
    }

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) {
        throw new UnsupportedOperationException(
                "TODO 2.7.b: read the 61 bytes of a batch's header; one field says where the next batch begins");
    }

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) {
        throw new UnsupportedOperationException(
                "TODO 2.7.c: compute the CRC-32C of what it covers, and compare it with the one in the header");
    }

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) {
        throw new UnsupportedOperationException(
                "TODO 2.7.d: choose the segment by name, look the offset up in its index, and go on from there");
    }

    @Override
    public Tally tally(PartitionFolder folder) {
        throw new UnsupportedOperationException(
                "TODO 2.7.e: one bit of a batch's attributes says that it holds a control record");
    }

    /**
     * Reads a topic's first partition on a cluster of your own, {@code localhost:9092} or the first argument; the topic is
     * the second one, or {@code orders}. The brokers have to run on this machine.
     */
    public static void main(String[] args) throws Exception {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        TopicPartition partition = new TopicPartition(args.length > 1 ? args[1] : "orders", 0);
        PartitionFolder folder = PartitionFolder.at(folderOf(partition, bootstrapServers));
        SegmentReader reader = new MySegmentReader();

        for (Segment segment : reader.segments(folder)) {
            System.out.println(segment);
            for (Batch batch : reader.batches(folder, segment)) {
                System.out.println("  " + batch);
            }
            System.out.println("  damaged: " + reader.damagedBatches(folder, segment));
        }
        System.out.println("offset 3 is at " + reader.locate(folder, 3));
        System.out.println(reader.tally(folder));
    }

    /** Asks the brokers in which of their folders they keep the partition. */
    private static Path folderOf(TopicPartition partition, String bootstrapServers)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            Stream<Map.Entry<String, LogDirDescription>> folders =
                    admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                            .flatMap(ofBroker -> ofBroker.entrySet().stream());
            return folders.filter(folder -> folder.getValue().replicaInfos().containsKey(partition))
                    .map(folder -> Path.of(folder.getKey(), partition.toString()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No broker holds " + partition));
        }
    }
}
