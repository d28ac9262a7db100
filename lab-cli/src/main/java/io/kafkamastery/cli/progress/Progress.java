package io.kafkamastery.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of a learner's way through the course.
 *
 * @param labs by id, those that were touched
 * @param quizzes by week, every score in the order they were reached
 */
public record Progress(Map<String, LabProgress> labs, Map<Integer, List<QuizScore>> quizzes) {

    static final Progress NONE = new Progress(Map.of(), Map.of());

    public Progress {
        labs = Map.copyOf(labs);
        quizzes = Map.copyOf(quizzes);
    }

    public LabProgress lab(String id) {
        return labs.getOrDefault(id, LabProgress.NONE);
    }

    public Progress with(String id, LabProgress lab) {
        Map<String, LabProgress> changed = new TreeMap<>(labs);
        changed.put(id, lab);
        return new Progress(changed, quizzes);
    }

    public List<QuizScore> quiz(int week) {
        return quizzes.getOrDefault(week, List.of());
    }

    /** The best score of a week's quiz, if it was taken. */
    public Optional<QuizScore> bestScore(int week) {
        return quiz(week).stream().max((one, other) -> Double.compare(one.share(), other.share()));
    }

    public Progress with(int week, QuizScore score) {
        Map<Integer, List<QuizScore>> changed = new TreeMap<>(quizzes);
        List<QuizScore> scores = new ArrayList<>(quiz(week));
        scores.add(score);
        changed.put(week, List.copyOf(scores));
        return new Progress(labs, changed);
    }
}
