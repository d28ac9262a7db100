package io.kafkamastery.week02.segments;

/**
 * A place in a partition's log.
 *
 * @param segment the base offset of the segment
 * @param position where in the segment's file a batch begins, in bytes
 */
public record Location(long segment, long position) {}
