package io.kafkamastery.week01.environment;

/** A topic exists, but not with the number of partitions that was asked for. */
public final class TopicConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int existingPartitions;

    public TopicConflictException(String topic, int existingPartitions, int askedPartitions) {
        super("Topic " + topic + " exists with " + existingPartitions + " partitions, but " + askedPartitions
                + " were asked for");
        this.existingPartitions = existingPartitions;
    }

    /** How many partitions the topic has. */
    public int existingPartitions() {
        return existingPartitions;
    }
}
