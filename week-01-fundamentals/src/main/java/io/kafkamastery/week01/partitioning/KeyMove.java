package io.kafkamastery.week01.partitioning;

/**
 * A key whose new records go to another partition than before, because the topic has more partitions now.
 *
 * @param from the partition it went to before
 * @param to the partition it goes to now
 */
public record KeyMove(String key, int from, int to) {}
