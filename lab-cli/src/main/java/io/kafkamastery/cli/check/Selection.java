package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which labs somebody means who says {@code 1.3}, {@code 1}, {@code week-01} or {@code all}. */
public final class Selection {

    private static final Pattern WEEK = Pattern.compile("(?:week[- ]?)?0*(\\d+)(?:-.*)?");

    private Selection() {}

    /** @throws Refusal if there is no such lab or week, saying what there is */
    public static List<LabSheet> labs(Course course, String words) {
        if (words.equals("all")) {
            return course.weeks().stream().flatMap(week -> week.labs().stream()).toList();
        }
        Matcher week = WEEK.matcher(words);
        return week.matches() ? week(course, Integer.parseInt(week.group(1))).labs() : List.of(course.lab(words));
    }

    /** @throws Refusal if there is no such week */
    public static Week week(Course course, int number) {
        List<Week> weeks = course.weeks();
        return weeks.stream()
                .filter(week -> week.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no week " + number + ". There are weeks "
                        + String.join(
                                ", ",
                                weeks.stream()
                                        .map(w -> String.valueOf(w.number()))
                                        .toList()) + "."));
    }
}
