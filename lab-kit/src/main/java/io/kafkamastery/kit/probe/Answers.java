package io.kafkamastery.kit.probe;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what the Admin client was asked, and turns a missing answer into a sentence. */
final class Answers {

    private Answers() {}

    /**
     * @param question what was asked for, as in "the end offsets of orders"
     * @throws AssertionError if the cluster refused or did not answer in time
     */
    static <T> T get(KafkaFuture<T> future, String question) {
        return get(future, question, Exception.class, false).orElseThrow();
    }

    /** The same for what is done rather than told. */
    static void done(KafkaFuture<Void> future, String deed) {
        get(future.thenApply(nothing -> true), deed);
    }

    /** The same, but nothing if the cluster answered with this error. */
    static <T> Optional<T> unless(Class<? extends Exception> error, KafkaFuture<T> future, String question) {
        return get(future, question, error, true);
    }

    private static <T> Optional<T> get(
            KafkaFuture<T> future, String question, Class<? extends Exception> error, boolean expected) {
        try {
            // A little longer than the Admin client's own limit, so that it can say itself what was wrong.
            return Optional.of(future.get(ProbeClients.LIMIT.toMillis() + 1_000, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (expected && error.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new AssertionError("The cluster did not tell " + question + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The cluster did not tell " + question + " within " + Spans.text(ProbeClients.LIMIT), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
