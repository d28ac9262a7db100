package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * {@code PROGRESS.md}: a check box for each criterion, and the learner's own notes. Only what stands between two marks is
 * ours; everything else in the file is theirs and stays as it is.
 */
public final class ProgressMarkdown {

    private static final String BEGIN = "<!-- From here to the next mark, the lab command writes. -->";
    private static final String END = "<!-- Below this mark, all is yours: the lab command never changes it. -->";

    private final Course course;

    public ProgressMarkdown(Course course) {
        this.course = course;
    }

    public Path file() {
        return course.root().resolve("PROGRESS.md");
    }

    /** Brings the file up to date if the learner has one. */
    public void refresh(Progress progress) {
        if (Files.exists(file())) {
            write(course.weeks().stream()
                    .map(week -> WeekProgress.of(week, progress))
                    .toList());
        }
    }

    void write(List<WeekProgress> weeks) {
        try {
            String before = Files.exists(file()) ? Files.readString(file()) : "";
            String after = merged(before, ours(weeks));
            if (!after.equals(before)) {
                Path fresh = course.state().resolve("PROGRESS.md.new");
                Files.createDirectories(fresh.getParent());
                Files.writeString(fresh, after);
                Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Refusal("PROGRESS.md could not be written (" + e.getMessage() + ").", e);
        }
    }

    /** Theirs around ours. A file whose marks are gone is all theirs: ours is put in front. */
    static String merged(String before, String ours) {
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        String block = BEGIN + "\n\n" + ours + "\n" + END;
        if (before.isBlank()) {
            return block + "\n\n## My notes\n\n";
        }
        if (begin < 0 || end < begin) {
            return block + "\n\n" + before;
        }
        return before.substring(0, begin) + block + before.substring(end + END.length());
    }

    private static String ours(List<WeekProgress> weeks) {
        StringBuilder text = new StringBuilder("# My progress\n");
        for (WeekProgress week : weeks) {
            text.append("\n## Week ")
                    .append(week.week().number())
                    .append(": ")
                    .append(week.week().title())
                    .append("\n\n")
                    .append(week.met())
                    .append(" of ")
                    .append(week.total())
                    .append(" criteria");
            week.progress()
                    .bestScore(week.week().number())
                    .ifPresent(best -> text.append(" · quiz ")
                            .append(best.right())
                            .append(" of ")
                            .append(best.of()));
            text.append('\n');
            week.labs().forEach(lab -> lab(text, lab, week.progress().lab(lab.id())));
        }
        return text.toString();
    }

    private static void lab(StringBuilder text, LabSheet lab, LabProgress known) {
        LabProgress.State state = known.state(lab);
        text.append("\n**").append(lab.id()).append(' ').append(lab.title()).append("** · ");
        text.append(WeekProgress.inWords(state)).append("\n\n");
        for (LabSheet.Criterion criterion : lab.criteria()) {
            boolean met = known.verdicts().get(criterion.letter()) == Verdict.MET;
            text.append(met ? "- [x] **" : "- [ ] **")
                    .append(lab.id())
                    .append('.')
                    .append(criterion.letter())
                    .append("** ")
                    .append(criterion.text())
                    .append('\n');
        }
    }
}
