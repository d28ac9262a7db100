package io.kafkamastery.kit.probe;

import java.util.Objects;
import java.util.Optional;

/**
 * One record that somebody tried to send, and what came of it.
 *
 * @param id what identifies it in the log as well, unique among the attempts
 * @param key what its order is kept by; empty if nobody promises an order
 * @param outcome what the sender was told
 */
public record Attempt(String id, Optional<String> key, Outcome outcome) {

    public Attempt {
        Objects.requireNonNull(id, "An attempt needs an id");
        Objects.requireNonNull(outcome, () -> "Attempt " + id + " needs an outcome");
    }
}
