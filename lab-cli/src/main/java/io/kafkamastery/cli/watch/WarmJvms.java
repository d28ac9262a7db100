package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.check.CheckJvm;
import io.kafkamastery.cli.course.Week;
import java.nio.file.Path;
import java.util.Map;

/** Keeps one JVM ready for the next check. */
final class WarmJvms implements AutoCloseable {

    private final Map<String, String> properties;
    private CheckJvm waiting;
    private Path folder;

    WarmJvms(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Has one get ready for labs of that week, unless one is. */
    synchronized void prepare(Week week) {
        if (waiting != null && !week.folder().equals(folder)) {
            close();
        }
        if (waiting == null || !waiting.isAlive()) {
            folder = week.folder();
            waiting = CheckJvm.start(folder, properties, true);
        }
    }

    /** The one that is ready, or at least on its way. */
    synchronized CheckJvm take(Week week) {
        prepare(week);
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
