package io.kafkamastery.week01.reading;

/**
 * A record that is no order, and where to find it again.
 *
 * @param topic the topic that it is in
 * @param partition the partition that it is in
 * @param offset its own offset, not that of the next record
 * @param reason why it is no order, for a person to read; never blank
 */
public record RejectedRecord(String topic, int partition, long offset, String reason) {}
