package io.kafkamastery.cli.grade.sandbox;

import java.time.Duration;

/**
 * How much a submission may take of the machine.
 *
 * @param time for one week of it, with all that has to be repeated
 * @param silence between two signs of life: longer than a criterion may take, and a cluster needs to start
 * @param memoryMegabytes the heap
 * @param outputMegabytes what it prints
 * @param diskMegabytes what it writes, records in Kafka included
 * @param threads at the same time
 * @param processes beside brokers: some tests start a JVM
 */
public record Limits(
        Duration time,
        Duration silence,
        int memoryMegabytes,
        int outputMegabytes,
        int diskMegabytes,
        int threads,
        int processes) {

    public static final Limits DEFAULT =
            new Limits(Duration.ofMinutes(20), Duration.ofMinutes(3), 512, 16, 2_048, 1_000, 4);
}
