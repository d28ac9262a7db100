package io.kafkamastery.cli.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kafkamastery.kit.report.Verdict;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How progress is written down: for people to read, field by field. */
final class ProgressJson {

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProgressJson() {}

    static String write(Progress progress) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
        ObjectNode labs = root.putObject("labs");
        new TreeMap<>(progress.labs()).forEach((id, lab) -> labs.set(id, lab(lab)));
        ObjectNode quizzes = root.putObject("quizzes");
        new TreeMap<>(progress.quizzes()).forEach((week, scores) -> {
            ArrayNode taken = quizzes.putArray(String.valueOf(week));
            scores.forEach(score -> taken.addObject()
                    .put("taken", score.taken().toString())
                    .put("right", score.right())
                    .put("of", score.of()));
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode lab(LabProgress lab) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode verdicts = node.putObject("verdicts");
        new TreeMap<>(lab.verdicts()).forEach((letter, verdict) -> verdicts.put(letter, verdict.json()));
        lab.checked().ifPresent(moment -> node.put("checked", moment.toString()));
        lab.done().ifPresent(moment -> node.put("done", moment.toString()));
        node.put("checks", lab.checks());
        lab.seen().ifPresent(moment -> node.put("seen", moment.toString()));
        node.put("secondsSpent", lab.spent().toSeconds());
        ObjectNode hints = node.putObject("hints");
        new TreeMap<>(lab.hints()).forEach(hints::put);
        return node;
    }

    /** @throws IOException if the text is damaged, or from a later version of the course */
    static Progress read(String text) throws IOException {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("schema").asInt() != SCHEMA) {
                throw new IOException("it has schema " + root.path("schema") + ", and this version knows " + SCHEMA);
            }
            Map<String, LabProgress> labs = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("labs").properties()) {
                labs.put(entry.getKey(), lab(entry.getValue()));
            }
            Map<Integer, List<QuizScore>> quizzes = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("quizzes").properties()) {
                quizzes.put(Integer.valueOf(entry.getKey()), scores(entry.getValue()));
            }
            return new Progress(labs, quizzes);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static LabProgress lab(JsonNode node) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        node.path("verdicts").properties().forEach(entry -> verdicts.put(entry.getKey(), verdict(entry.getValue())));
        Map<String, Integer> hints = new TreeMap<>();
        node.path("hints")
                .properties()
                .forEach(entry -> hints.put(entry.getKey(), entry.getValue().asInt()));
        return new LabProgress(
                verdicts,
                moment(node, "checked"),
                moment(node, "done"),
                node.path("checks").asInt(),
                moment(node, "seen"),
                Duration.ofSeconds(node.path("secondsSpent").asLong()),
                hints);
    }

    private static Verdict verdict(JsonNode node) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.json().equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no verdict " + node));
    }

    private static Optional<Instant> moment(JsonNode node, String field) {
        return node.has(field) ? Optional.of(Instant.parse(node.get(field).asText())) : Optional.empty();
    }

    private static List<QuizScore> scores(JsonNode node) {
        List<QuizScore> scores = new ArrayList<>();
        node.forEach(score -> scores.add(new QuizScore(
                Instant.parse(score.path("taken").asText()),
                score.path("right").asInt(),
                Math.max(1, score.path("of").asInt()))));
        return List.copyOf(scores);
    }
}
