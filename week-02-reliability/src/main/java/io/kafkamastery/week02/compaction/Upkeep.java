package io.kafkamastery.week02.compaction;

import java.time.Duration;

/**
 * How a price board's log is kept short.
 *
 * @param compactedWithin how long a price may stay in the log after another change of the same item has outdated it
 * @param tombstonesKept how long the mark of a removed item stays readable at least, once it has been compacted
 */
public record Upkeep(Duration compactedWithin, Duration tombstonesKept) {}
