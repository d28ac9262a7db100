package io.kafkamastery.week02.segments;

/**
 * A piece of a partition's log.
 *
 * @param baseOffset the offset that the segment is named after: no record in it has a lower one
 * @param file the name of the file that holds its records
 * @param sizeBytes the size of that file
 */
public record Segment(long baseOffset, String file, long sizeBytes) {}
