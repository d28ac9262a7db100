package io.kafkamastery.week01.environment;

/** What came of asking for a topic. */
public enum TopicOutcome {
    /** It did not exist, and does now. */
    CREATED,
    /** It existed, with the number of partitions asked for. */
    ALREADY_THERE
}
