package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.LabProgress.State;
import java.util.List;
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

    /** The first after that lab which is not done, or else the first before it; nothing if there is no other. */
    public static Optional<LabSheet> after(LabSheet current, Course course, Progress progress) {
        List<LabSheet> open = course.weeks().stream()
                .flatMap(week -> week.labs().stream())
                .filter(lab -> progress.lab(lab.id()).state(lab) != State.DONE)
                .filter(lab -> !lab.id().equals(current.id()))
                .toList();
        return open.stream()
                .filter(lab -> lab.week() > current.week()
                        || (lab.week() == current.week() && lab.number() > current.number()))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }
}
