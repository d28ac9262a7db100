/**
 * Kafka clusters to test against: what a test sees of one, and the pool that hands them out. The backends live in the
 * packages below and are chosen by {@link io.kafkamastery.kit.cluster.Backend}; nothing in here knows of JUnit.
 */
package io.kafkamastery.kit.cluster;
