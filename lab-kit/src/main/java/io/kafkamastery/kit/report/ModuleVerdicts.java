package io.kafkamastery.kit.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The verdicts of one week: what {@code target/lab-results.json} holds.
 *
 * @param module the week's artifact id, for example {@code week-02}
 * @param variant whose code was checked: {@code starter}, {@code solution}, or a class name
 * @param backend what ran the brokers, or {@code none} if no criterion asked for one
 * @param kafkaVersion the version of the Kafka client library
 * @param millis from the first test to the last
 */
@JsonPropertyOrder({"schema", "module", "variant", "backend", "kafkaVersion", "millis", "labs"})
public record ModuleVerdicts(
        int schema,
        String module,
        String variant,
        String backend,
        String kafkaVersion,
        long millis,
        List<LabVerdicts> labs) {

    public static final int SCHEMA = 1;

    public ModuleVerdicts {
        labs = List.copyOf(labs);
    }

    public long count(Verdict verdict) {
        return labs.stream().mapToLong(lab -> lab.count(verdict)).sum();
    }

    public long total() {
        return labs.stream().mapToLong(lab -> lab.criteria().size()).sum();
    }
}
