package io.kafkamastery.kit.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** What {@code target/proof-results.json} holds. */
final class ProofResults {

    private static final String FILE = "proof-results.json";
    private static final int SCHEMA = 1;

    private ProofResults() {}

    static void write(LabModule module, List<LabUnderProof> labs, String backend, long millis) throws IOException {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("schema", SCHEMA);
        results.put("module", module.name());
        results.put("backend", backend);
        results.put("kafkaVersion", AppInfoParser.getVersion());
        results.put("millis", millis);
        results.put("labs", labs.stream().map(ProofResults::of).toList());
        Path file = module.target().resolve(FILE);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
    }

    private static Map<String, Object> of(LabUnderProof lab) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", lab.id());
        result.put("title", lab.title());
        Map<String, List<CriterionVerdict>> alternatives = new LinkedHashMap<>(lab.verdictsByVariant());
        result.put("solution", alternatives.remove("solution"));
        result.put("starter", alternatives.remove("starter"));
        result.put("alternatives", alternatives);
        result.put("mistakes", lab.findings());
        return result;
    }
}
