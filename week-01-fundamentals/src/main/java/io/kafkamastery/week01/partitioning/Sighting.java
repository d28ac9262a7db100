package io.kafkamastery.week01.partitioning;

/**
 * A record that was found in a partition.
 *
 * @param offset where it stands in that partition, as Kafka reports it
 * @param value its value, as UTF-8 text
 */
public record Sighting(long offset, String value) {}
