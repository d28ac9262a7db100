/**
 * Small tests that back what the theory of week 2 says about Kafka: each watches a real broker do it. A page names them as
 * {@code [observed: X]}, which is {@code XTest} in here. They depend on nothing but the kit and the Kafka clients.
 */
package io.kafkamastery.week02.observations;
