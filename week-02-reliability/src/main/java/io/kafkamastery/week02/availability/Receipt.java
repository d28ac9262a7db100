package io.kafkamastery.week02.availability;

/**
 * What a till keeps of an order that was acknowledged.
 *
 * @param orderId the order's id, which is also its record's key, in UTF-8
 * @param partition where the broker said that it put the record
 * @param offset the same
 */
public record Receipt(String orderId, int partition, long offset) {}
