package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Uses the code under test as an operator would: a new instance for every call, because the one that started a move may be
 * gone when it is to be finished. What it throws becomes a sentence.
 */
final class Crane {

    /** A call of the code under test. */
    @FunctionalInterface
    private interface Call<T> {
        T on(ClusterGrower grower);
    }

    /** A few questions to the controller take well under a second; a machine under load gets a lot more. */
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(15);
    /** When its time is over: a last question may be under way, and the client has to be closed. */
    private static final Duration GIVES_UP_WITHIN = Duration.ofSeconds(6);

    private final Supplier<ClusterGrower> lab;
    private final KafkaCluster kafka;

    Crane(Supplier<ClusterGrower> lab, KafkaCluster kafka) {
        this.lab = lab;
        this.kafka = kafka;
    }

    Move startSpreading(Set<String> topics, long bytesPerSecond) {
        return started(
                "startSpreading()", grower -> grower.startSpreading(kafka.bootstrapServers(), topics, bytesPerSecond));
    }

    Move startDraining(int broker, long bytesPerSecond) {
        return started(
                "startDraining()", grower -> grower.startDraining(kafka.bootstrapServers(), broker, bytesPerSecond));
    }

    private Move started(String method, Call<Move> start) {
        AtomicReference<Move> started = new AtomicReference<>();
        within(
                STARTS_WITHIN,
                method,
                method
                        + " should return when the controller has accepted the move: the copying is for finish() to wait for",
                () -> started.set(call(method + " should start the move", start)));
        Move move = started.get();
        if (move == null) {
            throw new AssertionError(method + " returned null, but should return the move that it has started");
        }
        return move;
    }

    void finish(Move move, Duration timeout) {
        call("finish() should wait for the move, which may take " + timeout.toSeconds() + " s", grower -> {
            grower.finish(kafka.bootstrapServers(), move, timeout);
            return null;
        });
    }

    void cancel(Move move) {
        call("cancel() should call the move off", grower -> {
            grower.cancel(kafka.bootstrapServers(), move);
            return null;
        });
    }

    private <T> T call(String expected, Call<T> call) {
        try {
            return call.on(lab.get());
        } catch (RuntimeException e) {
            throw new AssertionError(expected + ", but threw " + e, e);
        }
    }

    /** Ends code that does not return by itself, so that the message can say what it should have done. */
    private static void within(Duration limit, String method, String expected, Background.Task task) {
        try (Background run = Background.start(method, task)) {
            run.awaitEnd(limit, expected);
            run.failure().ifPresent(Crane::rethrow);
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** The move cannot be over so soon. */
    void failUnlessOutOfTime(Move move, Duration timeout, long bytesPerSecond) {
        try {
            within(
                    timeout.plus(GIVES_UP_WITHIN),
                    "finish()",
                    "finish() should throw Kafka's TimeoutException when the move takes longer than the timeout of "
                            + timeout.toMillis() + " ms",
                    () -> lab.get().finish(kafka.bootstrapServers(), move, timeout));
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof TimeoutException) {
                    return;
                }
            }
            throw new AssertionError(
                    "finish() should throw Kafka's TimeoutException when the move takes longer than the timeout, but threw "
                            + e,
                    e);
        }
        throw new AssertionError("Megabytes are to be moved with " + bytesPerSecond + " bytes a second, but finish()"
                + " returned within " + timeout.toMillis()
                + " ms as if that were done. Either it did not wait until the"
                + " move was over, or the move was not throttled.");
    }
}
