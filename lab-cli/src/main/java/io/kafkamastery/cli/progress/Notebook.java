package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Notes what has happened to a lab. */
public final class Notebook {

    private Notebook() {}

    /** These labs were checked, with these verdicts by letter. */
    public static Progress note(ProgressFile file, Map<LabSheet, Map<String, Verdict>> verdicts, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return file.update(progress -> {
            Progress changed = progress;
            for (Map.Entry<LabSheet, Map<String, Verdict>> entry : verdicts.entrySet()) {
                LabSheet lab = entry.getKey();
                changed = changed.with(lab.id(), changed.lab(lab.id()).checkedAt(second, lab, entry.getValue()));
            }
            return changed;
        });
    }

    /** A command has dealt with the lab. */
    public static void seen(ProgressFile file, LabSheet lab, Instant now) {
        file.update(progress ->
                progress.with(lab.id(), progress.lab(lab.id()).seenAt(now.truncatedTo(ChronoUnit.SECONDS))));
    }
}
