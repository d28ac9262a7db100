package io.kafkamastery.kit.probe;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What a sender was told about a record. There are three answers, not two: a send that timed out may or may not be in the
 * log.
 */
public sealed interface Outcome {

    /**
     * The broker has it.
     *
     * @param position where, as the broker said
     */
    record Acknowledged(Position position) implements Outcome {}

    /**
     * The broker will not have it, for sure.
     *
     * @param reason for messages
     */
    record Refused(String reason) implements Outcome {}

    /**
     * Nobody can tell without looking.
     *
     * @param reason for messages
     */
    record Unknown(String reason) implements Outcome {}

    static Outcome acknowledged(TopicPartition partition, long offset) {
        return new Acknowledged(new Position(partition, offset));
    }

    static Outcome refused(String reason) {
        return new Refused(reason);
    }

    static Outcome unknown(String reason) {
        return new Unknown(reason);
    }

    /**
     * What a producer's callback was given. An error counts as a refusal only where trying again would be refused too;
     * anything that a producer retries, time-outs first of all, may have happened after the broker wrote the record.
     */
    static Outcome of(RecordMetadata metadata, Exception error) {
        if (error == null) {
            return acknowledged(new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset());
        }
        return isRefusal(error) ? refused(error.toString()) : unknown(error.toString());
    }

    private static boolean isRefusal(Exception error) {
        return error instanceof SerializationException
                || error instanceof ApiException
                        && !(error instanceof RetriableException)
                        && !(error instanceof OutOfOrderSequenceException);
    }
}
