package io.kafkamastery.week02.segments;

import static io.kafkamastery.kit.cluster.Capability.LOG_DIRS;
import static io.kafkamastery.kit.lab.Permission.READ_FILES;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.PartitionCopy;
import io.kafkamastery.kit.probe.TopicProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Lets a broker write logs of several kinds, and reads copies of its files. */
@Lab(id = "2.7", title = "Inside the log", permits = READ_FILES)
@Brokers(1)
@Requires(LOG_DIRS)
class SegmentReaderLabTest {

    private static final long MOST_TOUCHED_BYTES = 128 * 1024;

    @Criterion(
            id = "a",
            value = "Lists the segments that a partition's log consists of, with their base offsets and sizes")
    void listsSegments(
            SegmentReader lab,
            KafkaCluster kafka,
            @TopicConfig(
                            settings = {
                                Traffic.COMPACTED,
                                Traffic.ROLLED_BY_THE_HOUR,
                                Traffic.SMALL_SEGMENTS,
                                Traffic.CLEANED_EAGERLY,
                                Traffic.DELETED_LATER
                            })
                    Topic prices)
            throws Exception {
        new Traffic(kafka, prices).compactedPrices();
        try (PartitionCopy copy = copyOf(kafka, prices)) {
            List<String> deleted = Session.listing(copy, ".log.deleted");
            requireForTheTest(!deleted.isEmpty(), "files that wait to be deleted");
            KafkasView kafkasView = new KafkasView(copy.folder());

            Session young = new Session(lab, copy);
            Differences.failIfSegmentsDiffer(young.segments(), kafkasView.segments(), deleted);

            OldPartition.age(copy.folder());
            Session old = new Session(lab, copy);
            Differences.failIfSegmentsDiffer(old.segments(), kafkasView.segments(), deleted);
        }
    }

    @Criterion(
            id = "b",
            value =
                    "Decodes the header of every batch: where it is, its offsets, number of records, codec, timestamps and"
                            + " producer id")
    void decodesBatches(
            SegmentReader lab,
            KafkaCluster kafka,
            @TopicConfig(
                            settings = {
                                Traffic.COMPACTED,
                                Traffic.ROLLED_BY_THE_HOUR,
                                Traffic.SMALL_SEGMENTS,
                                Traffic.CLEANED_EAGERLY,
                                Traffic.DELETED_LATER
                            })
                    Topic prices)
            throws Exception {
        new Traffic(kafka, prices).compactedPrices();
        try (PartitionCopy copy = copyOf(kafka, prices)) {
            KafkasView kafkasView = new KafkasView(copy.folder());
            List<Batch> all = kafkasView.allBatches();
            requireForTheTest(all.stream().map(Batch::codec).distinct().count() == 5, "batches of every codec");
            requireForTheTest(
                    all.stream().anyMatch(batch -> batch.records() < batch.lastOffset() - batch.baseOffset() + 1),
                    "batches with holes");

            for (Segment segment : kafkasView.segments()) {
                Session session = new Session(lab, copy);
                Differences.failIfBatchesDiffer(segment, session.batches(segment), kafkasView.batches(segment));
            }
        }
    }

    @Criterion(id = "c", value = "Finds every damaged batch by its CRC-32C, and none that is whole")
    void findsDamage(SegmentReader lab, KafkaCluster kafka, Topic orders) throws Exception {
        new Traffic(kafka, orders).mixedOrders();
        try (PartitionCopy copy = copyOf(kafka, orders)) {
            Segment segment = new KafkasView(copy.folder()).segments().get(0);
            List<Batch> batches = new KafkasView(copy.folder()).batches(segment);
            Session session = new Session(lab, copy);
            Differences.failIfDamageDiffers(
                    "The segment is as the broker wrote it", session.damaged(segment), List.of());

            Batch one = batches.get(6);
            copy.flipBit(segment.file(), one.position() + one.sizeBytes() - 3);
            Differences.failIfDamageDiffers(
                    "One bit was flipped in a record of batch 7 of " + batches.size(),
                    session.damaged(segment),
                    damaged(List.of(one)));

            List<Batch> some = List.of(batches.get(0), batches.get(2), one, batches.get(batches.size() - 1));
            copy.flipBit(segment.file(), some.get(0).position() + 17); // the CRC itself
            copy.flipBit(segment.file(), some.get(1).position() + 22); // the attributes
            copy.flipBit(segment.file(), some.get(3).position() + some.get(3).sizeBytes() - 1);
            Differences.failIfDamageDiffers(
                    "Bits were flipped in four of " + batches.size()
                            + " batches: in the CRC, the attributes, a record, and" + " the very last byte",
                    session.damaged(segment),
                    damaged(some));
        }
    }

    private static List<DamagedBatch> damaged(List<Batch> batches) {
        return batches.stream()
                .map(batch -> new DamagedBatch(batch.position(), batch.baseOffset()))
                .toList();
    }

    @Criterion(
            id = "d",
            value = "Finds the segment and the position for an offset through the index, without reading its way there")
    void locatesOffsets(
            SegmentReader lab,
            KafkaCluster kafka,
            @TopicConfig(settings = Traffic.SMALL_SEGMENTS) Topic orders,
            @TopicConfig(
                            settings = {
                                Traffic.COMPACTED,
                                Traffic.ROLLED_BY_THE_HOUR,
                                Traffic.SMALL_SEGMENTS,
                                Traffic.CLEANED_EAGERLY,
                                Traffic.DELETED_LATER
                            })
                    Topic prices)
            throws Exception {
        try (PartitionCopy copy = copyOf(kafka, orders)) {
            failIfMislocated(lab, copy, List.of(0L, 1L), MOST_TOUCHED_BYTES); // a log without any record
        }
        new Traffic(kafka, orders).manyOrders();
        try (PartitionCopy copy = copyOf(kafka, orders)) {
            failIfMislocated(lab, copy, Offsets.spreadOver(new KafkasView(copy.folder())), MOST_TOUCHED_BYTES);
            OldPartition.age(copy.folder());
            failIfMislocated(lab, copy, Offsets.spreadOver(new KafkasView(copy.folder())), MOST_TOUCHED_BYTES);
        }
        new Traffic(kafka, prices).compactedPrices();
        try (PartitionCopy copy = copyOf(kafka, prices)) {
            OldPartition.age(copy.folder());
            failIfMislocated(lab, copy, Offsets.all(new KafkasView(copy.folder())), Long.MAX_VALUE);
        }
    }

    private static void failIfMislocated(
            SegmentReader lab, PartitionCopy copy, Iterable<Long> offsets, long mostTouchedBytes) throws IOException {
        KafkasView kafkasView = new KafkasView(copy.folder());
        for (long offset : offsets) {
            Session session = new Session(lab, copy);
            Optional<Location> expected = kafkasView.locate(offset);
            Optional<Location> found = session.locate(offset);
            if (!expected.equals(found)) {
                throw new AssertionError("A reader that asks for offset " + offset + " has to begin at "
                        + inWords(expected) + ", but locate() returns " + inWords(found) + ". The segments begin at "
                        + baseOffsets(kafkasView));
            }
            if (session.touchedLogBytes() > mostTouchedBytes) {
                throw new AssertionError("To find offset " + offset + " at " + inWords(expected) + ", locate() touched "
                        + session.touchedLogBytes() / 1024 + " KiB of .log files, in pages of 4 KiB; with the index, "
                        + mostTouchedBytes / 1024 + " KiB are more than enough. The segments begin at "
                        + baseOffsets(kafkasView));
            }
        }
    }

    private static List<Long> baseOffsets(KafkasView log) {
        return log.segments().stream().map(Segment::baseOffset).toList();
    }

    private static String inWords(Optional<Location> location) {
        return location == null ? "null" : location.map(Location::toString).orElse("no place, as there is none");
    }

    @Criterion(
            id = "e",
            value = "Tells the control records of transactions from data, and says how each transaction ended")
    void tellsControlRecordsFromData(
            SegmentReader lab,
            KafkaCluster kafka,
            @TopicConfig(
                            settings = {
                                Traffic.COMPACTED,
                                Traffic.ROLLED_BY_THE_HOUR,
                                Traffic.SMALL_SEGMENTS,
                                Traffic.CLEANED_EAGERLY,
                                Traffic.DELETED_LATER
                            })
                    Topic orders)
            throws Exception {
        try (PartitionCopy copy = copyOf(kafka, orders)) {
            Tally found = new Session(lab, copy).tally();
            if (!new Tally(0, List.of()).equals(found)) {
                throw new AssertionError("Nothing has been written to this partition, but tally() returns " + found);
            }
        }
        Traffic traffic = new Traffic(kafka, orders);
        traffic.compactedPrices();
        traffic.transactions();
        int readable = TopicProbe.of(kafka, orders.name()).records().size();
        try (PartitionCopy copy = copyOf(kafka, orders)) {
            Tally expected = new KafkasView(copy.folder()).tally();
            requireForTheTest(expected.dataRecords() == readable, "as many records as a consumer reads");
            requireForTheTest(new KafkasView(copy.folder()).segments().size() > 1, "more than one segment");
            requireForTheTest(
                    expected.markers().stream().map(Marker::end).distinct().count() == 2, "both kinds of markers");

            Tally found = new Session(lab, copy).tally();
            Differences.failIfNull(found, "tally()");
            if (found.dataRecords() != expected.dataRecords()) {
                throw new AssertionError("A consumer that reads uncommitted records too is given " + readable
                        + " records, and the log has " + expected.markers().size()
                        + " control records besides. tally() counts "
                        + found.dataRecords() + " data records.");
            }
            if (!found.markers().equals(expected.markers())) {
                throw new AssertionError("The broker wrote the control records " + expected.markers()
                        + ", but tally() lists " + found.markers());
            }
        }
    }

    private static PartitionCopy copyOf(KafkaCluster kafka, Topic topic) {
        return PartitionCopy.of(kafka, new TopicPartition(topic.name(), 0));
    }

    private static void requireForTheTest(boolean met, String what) {
        if (!met) {
            throw new IllegalStateException("The test wanted the broker to write " + what + ", and it did not");
        }
    }

    /** Which offsets to ask for. */
    private static final class Offsets {

        private static final int EVERY_NTH = 97;

        /** Each segment's ends and what is beside them, and some in between. */
        static Set<Long> spreadOver(KafkasView log) {
            Set<Long> offsets = new TreeSet<>();
            for (Segment segment : log.segments()) {
                List<Batch> batches = log.batches(segment);
                IntStream.range(0, batches.size())
                        .filter(i -> i % EVERY_NTH == 0 || i == batches.size() - 1)
                        .mapToObj(batches::get)
                        .forEach(batch -> offsets.addAll(List.of(
                                batch.baseOffset() - 1,
                                batch.baseOffset(),
                                (batch.baseOffset() + batch.lastOffset()) / 2,
                                batch.lastOffset(),
                                batch.lastOffset() + 1)));
            }
            offsets.remove(-1L); // nobody asks for that
            offsets.add(log.segments().get(0).baseOffset() + (1L << 32)); // far above the end
            return offsets;
        }

        /** Every offset that there is or was, and the two beside them. */
        static List<Long> all(KafkasView log) {
            List<Batch> batches = log.allBatches();
            List<Long> offsets = new ArrayList<>();
            for (long offset = log.segments().get(0).baseOffset() - 1;
                    offset <= batches.get(batches.size() - 1).lastOffset() + 1;
                    offset++) {
                offsets.add(offset);
            }
            return offsets;
        }
    }
}
