package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.ClusterException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Ends the wait for containers of which one has died. Asked often, it asks the engine seldom. */
final class DeathWatch implements Runnable {

    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final int LINES_TO_LOOK_AT = 200;
    private static final int LINES_TO_SHOW = 15;

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
                        + " The last lines of its log:\n  " + String.join("\n  ", lastWords(container)));
            }
        }
        nextLook = Instant.now().plus(INTERVAL);
    }

    /** Without stack traces, which would push out the sentence that explains them. */
    private static List<String> lastWords(NodeContainer container) {
        List<String> words = container.logTail(LINES_TO_LOOK_AT).stream()
                .filter(line -> !line.startsWith("\tat "))
                .toList();
        return words.subList(Math.max(0, words.size() - LINES_TO_SHOW), words.size());
    }
}
