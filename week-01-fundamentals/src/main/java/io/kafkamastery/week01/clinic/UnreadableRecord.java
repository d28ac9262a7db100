package io.kafkamastery.week01.clinic;

import org.apache.kafka.common.TopicPartition;

/**
 * A record that a deserializer cannot read.
 *
 * @param partition where it stands
 * @param offset at which offset
 * @param value its value, byte for byte
 */
public record UnreadableRecord(TopicPartition partition, long offset, byte[] value) {}
