package io.kafkamastery.cli.quiz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.kafkamastery.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code quiz.yaml}, strictly: what is misspelt or missing is an error that names its question. */
final class QuizFile {

    private static final int LEAST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 6;

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    private QuizFile(Path file) {
        this.file = file;
    }

    /** @throws Refusal if there is none, or if it is not as it should be */
    static Quiz read(Path file) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
        try {
            return new QuizFile(file).quiz(yaml.readTree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new Refusal("This week has no quiz: there is no " + file + ".", e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Refusal(file + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private Quiz quiz(JsonNode root) {
        fields(root, "the quiz", Set.of("week", "questions"));
        List<Quiz.Question> questions = new ArrayList<>();
        for (JsonNode question : list(root, "questions", "the quiz")) {
            questions.add(question(question, questions.size() + 1));
        }
        require(root.path("week").isInt(), "the quiz needs the number of its week");
        require(!questions.isEmpty(), "there are no questions");
        return new Quiz(root.path("week").asInt(), questions);
    }

    private Quiz.Question question(JsonNode node, int number) {
        String where = "question " + (node.hasNonNull("id") ? node.get("id").asText() : "number " + number);
        fields(node, where, Set.of("id", "question", "options", "answer", "topic"));
        require(ids.add(text(node, "id", where)), where + " is there twice");
        List<Quiz.Option> options = new ArrayList<>();
        for (JsonNode option : list(node, "options", where)) {
            String whereOption = where + ", option " + Quiz.letter(options.size());
            fields(option, whereOption, Set.of("text", "why"));
            options.add(new Quiz.Option(text(option, "text", whereOption), text(option, "why", whereOption)));
        }
        require(
                options.size() >= LEAST_OPTIONS && options.size() <= MOST_OPTIONS,
                where + " has " + options.size() + " options; " + LEAST_OPTIONS + " to " + MOST_OPTIONS + " are right");
        String answer = text(node, "answer", where);
        int index = answer.length() == 1 ? answer.charAt(0) - 'a' : -1;
        require(
                index >= 0 && index < options.size(),
                where + " says that " + answer + " is right, but has options a to " + Quiz.letter(options.size() - 1));
        return new Quiz.Question(
                text(node, "id", where), text(node, "question", where), options, index, text(node, "topic", where));
    }

    private void fields(JsonNode node, String where, Set<String> wanted) {
        require(node.isObject(), where + " should have the fields " + sorted(wanted));
        Set<String> unknown = new HashSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(wanted);
        require(
                unknown.isEmpty(),
                where + " has the unknown field " + sorted(unknown) + "; known are " + sorted(wanted));
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private JsonNode list(JsonNode node, String field, String where) {
        require(node.path(field).isArray(), where + " needs a list of " + field);
        return node.get(field);
    }

    private String text(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        require(value.isValueNode() && !value.asText().isBlank(), where + " has no " + field);
        return value.asText();
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new Refusal(file + ": " + complaint + ".");
        }
    }
}
