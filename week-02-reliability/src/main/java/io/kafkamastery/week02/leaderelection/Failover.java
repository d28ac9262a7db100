package io.kafkamastery.week02.leaderelection;

import java.time.Duration;

/**
 * A leadership that passed from one broker to another.
 *
 * @param from the id of the broker that led
 * @param to the id of the broker that leads now
 * @param took how long the partition had no leader that was alive
 */
public record Failover(int from, int to, Duration took) {}
