package io.kafkamastery.cli.handout;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.check.Selection;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which weeks somebody means who says {@code 2}, {@code 1-3} or {@code 1,3}. */
public final class Weeks {

    private static final Pattern PART = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

    private Weeks() {}

    /** @throws Refusal if it cannot be understood, or there is no such week */
    public static List<Week> of(Course course, String words) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : words.split(",")) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new Refusal("'" + words + "' names no weeks. Say for example 2, 1-3, or 1,3.");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first) {
                throw new Refusal("'" + part.strip() + "' ends before it begins. Say for example 1-3.");
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        List<Week> weeks = new ArrayList<>();
        numbers.forEach(number -> weeks.add(Selection.week(course, number)));
        return weeks;
    }
}
