package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.LabProgress.State;
import java.util.Optional;

/** The lab that a learner should turn to: the first that is not done. */
public final class NextLab {

    private NextLab() {}

    /** Nothing once all are done. */
    public static Optional<LabSheet> of(Course course, Progress progress) {
        return course.weeks().stream()
                .flatMap(week -> week.labs().stream())
                .filter(lab -> progress.lab(lab.id()).state(lab) != State.DONE)
                .findFirst();
    }
}
