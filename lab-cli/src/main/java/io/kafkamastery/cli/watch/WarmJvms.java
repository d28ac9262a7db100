package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.check.CheckJvm;
import java.util.Map;

/** Keeps one JVM ready for the next check. */
final class WarmJvms implements AutoCloseable {

    private final Map<String, String> properties;
    private CheckJvm waiting;

    WarmJvms(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Has one get ready, unless one is. */
    synchronized void prepare() {
        if (waiting == null || !waiting.isAlive()) {
            waiting = CheckJvm.start(properties, true);
        }
    }

    /** The one that is ready, or at least on its way. */
    synchronized CheckJvm take() {
        prepare();
        CheckJvm taken = waiting;
        waiting = null;
        return taken;
    }

    @Override
    public synchronized void close() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
