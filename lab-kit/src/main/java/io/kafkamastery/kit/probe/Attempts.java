package io.kafkamastery.kit.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Callback;

/**
 * Takes down what is sent, in the order in which it is sent, while it is sent. For use by several threads.
 *
 * <pre>{@code
 * Attempts attempts = new Attempts();
 * producer.send(record, attempts.sending("order-17", "customer-3"));
 * }</pre>
 */
public final class Attempts {

    private final Map<String, Attempt> byId = new LinkedHashMap<>();

    /**
     * Takes down that a record is about to be sent. Its outcome is unknown until the returned callback is called.
     *
     * @param key what its order is kept by, or null if no order is promised
     * @throws IllegalArgumentException if there is an attempt with this id
     */
    public Callback sending(String id, String key) {
        add(id, key, Outcome.unknown("no answer yet"));
        return (metadata, error) -> conclude(id, Outcome.of(metadata, error));
    }

    /**
     * Takes down a record and its outcome, where the code under test reports it in its own words.
     *
     * @param key what its order is kept by, or null if no order is promised
     * @throws IllegalArgumentException if there is an attempt with this id
     */
    public synchronized void add(String id, String key, Outcome outcome) {
        if (byId.putIfAbsent(id, new Attempt(id, Optional.ofNullable(key), outcome)) != null) {
            throw new IllegalArgumentException("There is an attempt " + id + " already: each needs an id of its own");
        }
    }

    /**
     * Replaces the outcome of an attempt.
     *
     * @throws IllegalArgumentException if there is no attempt with this id
     */
    public synchronized void conclude(String id, Outcome outcome) {
        if (byId.computeIfPresent(id, (same, attempt) -> new Attempt(id, attempt.key(), outcome)) == null) {
            throw new IllegalArgumentException("There is no attempt " + id + ": take it down before it is sent");
        }
    }

    /** All so far, in the order in which they were sent. */
    public synchronized List<Attempt> all() {
        return List.copyOf(byId.values());
    }

    /** How many were acknowledged so far. */
    public long acknowledged() {
        return all().stream()
                .filter(attempt -> attempt.outcome() instanceof Outcome.Acknowledged)
                .count();
    }
}
