/**
 * The story's own types: Kestrel Coffee, a chain of coffee bars. Plain records that know nothing of Kafka; they depend
 * on the JDK alone.
 */
package io.kafkamastery.kestrel;
