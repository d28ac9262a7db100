package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.time.Duration;
import java.util.List;

/** A week with what was reached in it: the figures that all the views show. */
record WeekProgress(Week week, List<LabSheet> labs, Progress progress) {

    static WeekProgress of(Week week, Progress progress) {
        return new WeekProgress(week, week.labs(), progress);
    }

    int met() {
        return labs.stream().mapToInt(lab -> progress.lab(lab.id()).met(lab)).sum();
    }

    int total() {
        return labs.stream().mapToInt(lab -> lab.criteria().size()).sum();
    }

    Duration spent() {
        return labs.stream().map(lab -> progress.lab(lab.id()).spent()).reduce(Duration.ZERO, Duration::plus);
    }

    /** As people say it. */
    static String inWords(Duration time) {
        if (time.toMinutes() == 0) {
            return "";
        }
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    static String inWords(LabProgress.State state) {
        return switch (state) {
            case NOT_STARTED -> "not started";
            case IN_PROGRESS -> "in progress";
            case DONE -> "done";
            case NO_LONGER_PASSES -> "no longer passes";
        };
    }
}
