package io.kafkamastery.week01.publishing;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** One publisher at work: remembers what it was given and what it said about it, and puts its exceptions in words. */
final class Session implements AutoCloseable {

    private final OrderPublisher publisher;
    private final Map<String, CompletableFuture<Placement>> fates = new LinkedHashMap<>();

    private Session(OrderPublisher publisher) {
        this.publisher = publisher;
    }

    static Session open(OrderPublisher publisher, KafkaCluster kafka, Topic topic) {
        Session session = new Session(publisher);
        inWords("open()", () -> publisher.open(kafka.bootstrapServers(), topic.name()));
        return session;
    }

    void publish(Order order) {
        String call = "publish() of " + order.orderId();
        inWords(call, () -> {
            CompletionStage<Placement> stage = publisher.publish(order);
            if (stage == null) {
                throw new AssertionError(call + " returned null instead of a stage.");
            }
            fates.put(order.orderId(), stage.toCompletableFuture());
        });
    }

    void publish(List<Order> orders) {
        orders.forEach(this::publish);
    }

    @Override
    public void close() {
        inWords("close()", publisher::close);
    }

    /** Whether the order's stage is complete, one way or the other. */
    boolean isKnown(Order order) {
        return fates.get(order.orderId()).isDone();
    }

    /** Where the order is said to be; nothing if it was refused or its fate is not known yet. */
    Optional<Placement> placement(Order order) {
        CompletableFuture<Placement> fate = fates.get(order.orderId());
        return fate.isDone() && !fate.isCompletedExceptionally() ? Optional.ofNullable(fate.join()) : Optional.empty();
    }

    /** Why the order was refused; nothing if it was placed or its fate is not known yet. */
    Optional<Throwable> refusal(Order order) {
        CompletableFuture<Placement> fate = fates.get(order.orderId());
        return fate.isCompletedExceptionally() ? Optional.of(reason(fate)) : Optional.empty();
    }

    /** What the publisher says about the order, to end a sentence with. */
    String statement(Order order) {
        return isKnown(order)
                ? placement(order)
                        .map(place -> "it is said to be at " + place)
                        .or(() -> refusal(order).map(why -> "it is said to be refused: " + why))
                        .orElse("its stage completed with null")
                : "its stage is not complete";
    }

    private static Throwable reason(CompletableFuture<Placement> fate) {
        return fate.handle((placement, failure) -> failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure)
                .join();
    }

    private static void inWords(String call, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException e) {
            throw new AssertionError(call + " threw " + e + ".", e);
        }
    }
}
