package io.kafkamastery.cli.quiz;

import java.util.List;

/** The questions of a week. */
record Quiz(int week, List<Question> questions) {

    /**
     * One question.
     *
     * @param answer the index of the right option
     * @param topic the theory page that it belongs to
     */
    record Question(String id, String text, List<Option> options, int answer, String topic) {

        Question {
            options = List.copyOf(options);
        }

        Option right() {
            return options.get(answer);
        }
    }

    /**
     * One of the answers to choose from.
     *
     * @param why it is right or wrong
     */
    record Option(String text, String why) {}

    Quiz {
        questions = List.copyOf(questions);
    }

    /** How an option is called. */
    static char letter(int option) {
        return (char) ('a' + option);
    }
}
