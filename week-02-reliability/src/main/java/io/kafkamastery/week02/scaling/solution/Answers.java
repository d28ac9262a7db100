package io.kafkamastery.week02.scaling.solution;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what an Admin client was asked; its exceptions are Kafka's own, without the wrapping of the future. */
final class Answers {

    private Answers() {}

    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get(); // bounded by the Admin client's default.api.timeout.ms
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
