/**
 * The story's own types: Kestrel Coffee, a chain of coffee bars. Plain records that know nothing of Kafka, and their form as
 * JSON; they depend on the JDK and on Jackson.
 */
package io.kafkamastery.kestrel;
