package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.ClusterException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Ends the wait for containers of which one has died. Asked often, it asks the engine seldom. */
final class DeathWatch implements Runnable {

    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final int LOG_LINES = 15;

    private final Collection<NodeContainer> containers;
    private Instant nextLook = Instant.now().plus(INTERVAL);

    DeathWatch(Collection<NodeContainer> containers) {
        this.containers = List.copyOf(containers);
    }

    /** @throws ClusterException if one is dead, with its last words */
    @Override
    public void run() {
        if (Instant.now().isBefore(nextLook)) {
            return;
        }
        for (NodeContainer container : containers) {
            if (!container.isRunning()) {
                throw new ClusterException("The container " + container + " ended while it was starting."
                        + " The last lines of its log:\n  " + String.join("\n  ", container.logTail(LOG_LINES)));
            }
        }
        nextLook = Instant.now().plus(INTERVAL);
    }
}
