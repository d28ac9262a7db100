package io.kafkamastery.cli.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.grade.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How points are given: the course's {@code grading.yaml}. Without that file, every criterion is worth one point, nothing is
 * late, and 60 % is a pass.
 *
 * @param weights by criterion ({@code 1.3.b}), lab ({@code 1.3}) or {@code default}
 */
public record GradingFile(double passMark, Map<String, Double> weights, Optional<LatePolicy> late, Limits limits) {

    public static final String NAME = "grading.yaml";
    static final GradingFile DEFAULT = new GradingFile(60, Map.of(), Optional.empty(), Limits.DEFAULT);

    private static final double HOURS_A_DAY = 24.0;

    /**
     * @param percentPerDay percentage points that each day begun costs
     * @param atMost and no more than these altogether
     */
    public record LatePolicy(Instant due, Duration grace, double percentPerDay, double atMost) {

        Lateness of(Instant received) {
            Duration late = Duration.between(due, received);
            if (late.compareTo(grace) <= 0) {
                return Lateness.NONE;
            }
            double days = Math.ceil(late.toMinutes() / 60.0 / HOURS_A_DAY);
            return new Lateness(late, Math.min(atMost, Math.max(1, days) * percentPerDay));
        }
    }

    /** What a criterion is worth: as said about itself, its lab, or all. */
    double weight(String lab, String letter) {
        double all = weights.getOrDefault("default", 1.0);
        return weights.getOrDefault(lab + "." + letter, weights.getOrDefault(lab, all));
    }

    Lateness lateness(Instant received) {
        return late.map(policy -> policy.of(received)).orElse(Lateness.NONE);
    }

    /** @throws Refusal if it says something that is not understood */
    static GradingFile read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return DEFAULT;
        }
        try {
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            return root.isMissingNode() || root.isNull() ? DEFAULT : new Reader(file).read(root);
        } catch (JsonProcessingException e) {
            throw new Refusal(file + " is no YAML: " + e.getOriginalMessage());
        } catch (DateTimeException e) {
            throw new Refusal(file + ": " + e.getMessage()
                    + ". A moment looks like 2026-11-30T23:59:00+01:00, a duration like PT1H.");
        }
    }

    /** Reads what is there, and complains about what is not known: a word misspelt would go unnoticed. */
    private record Reader(Path file) {

        GradingFile read(JsonNode root) {
            known(root, "", Set.of("schema", "passMark", "weights", "late", "limits"));
            if (root.path("schema").asInt(1) != 1) {
                throw new Refusal(file + " has schema " + root.get("schema").asText() + "; this version knows 1.");
            }
            Map<String, Double> weights = new TreeMap<>();
            root.path("weights").fields().forEachRemaining(entry -> weights.put(entry.getKey(), number(entry)));
            return new GradingFile(
                    root.path("passMark").asDouble(DEFAULT.passMark()),
                    weights,
                    late(root.path("late")),
                    limits(root.path("limits")));
        }

        private double number(Map.Entry<String, JsonNode> entry) {
            if (!entry.getValue().isNumber() || entry.getValue().asDouble() < 0) {
                throw new Refusal(file + ": the weight of " + entry.getKey() + " should be a number, 0 or more.");
            }
            return entry.getValue().asDouble();
        }

        private Optional<LatePolicy> late(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return Optional.empty();
            }
            known(node, "late", Set.of("due", "grace", "percentPerDay", "atMost"));
            if (!node.hasNonNull("due")) {
                throw new Refusal(file + ": 'late' needs 'due', the moment from which on a submission is late.");
            }
            return Optional.of(new LatePolicy(
                    OffsetDateTime.parse(node.get("due").asText()).toInstant(),
                    Duration.parse(node.path("grace").asText("PT0S")),
                    node.path("percentPerDay").asDouble(10),
                    node.path("atMost").asDouble(100)));
        }

        private Limits limits(JsonNode node) {
            known(
                    node,
                    "limits",
                    Set.of(
                            "minutes",
                            "silenceSeconds",
                            "memoryMegabytes",
                            "outputMegabytes",
                            "diskMegabytes",
                            "threads"));
            Limits usual = Limits.DEFAULT;
            return new Limits(
                    Duration.ofMinutes(node.path("minutes").asLong(usual.time().toMinutes())),
                    Duration.ofSeconds(
                            node.path("silenceSeconds").asLong(usual.silence().toSeconds())),
                    node.path("memoryMegabytes").asInt(usual.memoryMegabytes()),
                    node.path("outputMegabytes").asInt(usual.outputMegabytes()),
                    node.path("diskMegabytes").asInt(usual.diskMegabytes()),
                    node.path("threads").asInt(usual.threads()),
                    usual.processes());
        }

        private void known(JsonNode node, String where, Set<String> names) {
            Set<String> unknown = new HashSet<>();
            node.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(names);
            if (!unknown.isEmpty()) {
                throw new Refusal(file + ": nobody knows " + unknown + (where.isEmpty() ? "" : " in '" + where + "'")
                        + ". It may say " + names.stream().sorted().toList() + ".");
            }
        }
    }
}
