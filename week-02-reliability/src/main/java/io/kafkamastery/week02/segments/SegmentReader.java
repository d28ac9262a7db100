package io.kafkamastery.week02.segments;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a partition's log from the files of a broker, without the broker.
 *
 * <p>The files are as Kafka 4 writes them: record batches of magic 2, as Kafka's documentation describes them under
 * "Message Format", one after the other and nothing in between. As long as nothing has been written to a partition, it has
 * one segment without any batch. Nobody writes to the files meanwhile. They are read through the given
 * {@link PartitionFolder}, and every channel is closed when a method returns or throws. Nothing is kept between calls.
 *
 * <p>How the bytes are decoded is up to you. The lab means it to be done by hand, with a {@link java.nio.ByteBuffer}. No
 * criterion forbids Kafka's own record classes; but they are internal, change from release to release, and show you
 * nothing.
 */
public interface SegmentReader {

    /**
     * The segments of a partition, by ascending base offset. A segment is what the partition's log consists of now: files
     * that wait to be deleted, because retention or compaction has replaced them, are in the folder for a while, but under
     * other names, and are no segments any more.
     */
    List<Segment> segments(PartitionFolder folder) throws IOException;

    /** The batches of a segment, in the order in which they stand there, whoever wrote them. All of them are undamaged. */
    List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException;

    /**
     * The batches of a segment whose CRC-32C does not fit their bytes, in the order in which they stand there. Damage is
     * within the CRC itself or the bytes that it covers; base offset, length, leader epoch and magic are as they were
     * written. The rest of a damaged batch cannot be relied on, and is no reason to throw.
     */
    List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException;

    /**
     * Where a reader has to begin that asks for this offset: the first batch whose last offset is not below it, even if the
     * offset itself is gone by compaction. If that is in a later segment, it is the first batch of that segment.
     *
     * <p>Finds it through the segment's offset index. Where batches have the usual size, which is 16 KiB at most, it
     * touches no more than 128 KiB of {@code .log} files in one call. This is counted as a disk reads: in pages of 4 KiB,
     * each once, however few of its bytes are asked for. Other files do not count and may be read whole.
     *
     * @return nothing if the offset is below the first segment's base offset or above the last offset of the log
     */
    Optional<Location> locate(PartitionFolder folder, long offset) throws IOException;

    /** How many records of all segments are data, and which are control records. */
    Tally tally(PartitionFolder folder) throws IOException;
}
