package io.kafkamastery.week02.segments;

/**
 * A batch whose bytes are not those that its CRC was computed from.
 *
 * @param position where in the segment's file the batch begins, in bytes
 * @param baseOffset the offset of its first record
 */
public record DamagedBatch(long position, long baseOffset) {}
