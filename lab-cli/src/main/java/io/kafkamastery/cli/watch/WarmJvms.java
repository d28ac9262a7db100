package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.FreeMemory;
import io.kafkamastery.cli.check.CheckJvm;
import io.kafkamastery.cli.check.CheckTeam;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.check.CheckProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps JVMs ready for the next check. */
final class WarmJvms implements AutoCloseable {

    /** Most of a check is waiting, so that it pays to have more of them than processors. More than three gain little. */
    private static final int MOST = 3;

    /** Below that a learner's editor needs it more. */
    private static final long MEMORY_FOR_SEVERAL = 2L << 30;

    private final Map<String, String> properties;
    private final List<CheckJvm> waiting = new ArrayList<>();
    private Path folder;

    WarmJvms(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * Has some get ready for labs of that week, unless they are.
     *
     * @param useful how many there would be work for
     */
    synchronized void prepare(Week week, int useful) {
        if (!week.folder().equals(folder)) {
            close();
            folder = week.folder();
        }
        waiting.removeIf(jvm -> !jvm.isAlive());
        int wanted = useful > 1 && FreeMemory.bytes() > MEMORY_FOR_SEVERAL ? Math.min(useful, MOST) : 1;
        while (waiting.size() < wanted) {
            waiting.add(
                    waiting.isEmpty()
                            ? CheckJvm.start(folder, properties, CheckProcess.SWEEP, CheckProcess.WARM)
                            : CheckJvm.start(folder, properties, CheckProcess.WARM));
        }
    }

    /** Those that are ready, or at least on their way. */
    synchronized CheckTeam take(Week week, int useful) {
        prepare(week, useful);
        List<CheckJvm> taken = waiting.subList(0, Math.min(useful, waiting.size()));
        CheckTeam team = new CheckTeam(taken);
        taken.clear();
        return team;
    }

    @Override
    public synchronized void close() {
        waiting.forEach(CheckJvm::close);
        waiting.clear();
    }
}
