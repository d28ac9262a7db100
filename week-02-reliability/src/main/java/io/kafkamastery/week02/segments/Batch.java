package io.kafkamastery.week02.segments;

import java.time.Instant;

/**
 * What the header of a record batch says about it.
 *
 * @param position where in the segment's file the batch begins, in bytes
 * @param sizeBytes how many bytes of the file it takes, header included
 * @param baseOffset the offset of the first record that it was written with
 * @param lastOffset the offset of the last record that it was written with
 * @param records how many records are in it now; compaction may have taken some away
 * @param codec how they are compressed
 * @param baseTimestamp the base timestamp, as the header has it
 * @param maxTimestamp the highest timestamp, as the header has it
 * @param producerId the id of the producer, -1 if it was not idempotent
 */
public record Batch(
        long position,
        int sizeBytes,
        long baseOffset,
        long lastOffset,
        int records,
        Codec codec,
        Instant baseTimestamp,
        Instant maxTimestamp,
        long producerId) {}
