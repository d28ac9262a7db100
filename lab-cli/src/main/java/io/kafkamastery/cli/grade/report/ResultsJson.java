package io.kafkamastery.cli.grade.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kafkamastery.cli.grade.CriterionResult;
import io.kafkamastery.cli.grade.GradingRun;
import io.kafkamastery.cli.grade.LabResult;
import io.kafkamastery.cli.grade.SubmissionResult;
import java.io.IOException;
import java.util.List;

/** Results for programs. The format has a version, and is described in the instructor's guide. */
final class ResultsJson {

    static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultsJson() {}

    static String of(GradingRun run, List<SubmissionResult> submissions) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
        root.putObject("run")
                .put("started", run.started().toString())
                .put("millis", run.millis())
                .put("course", run.course())
                .put("seed", run.seed())
                .put("backend", run.backend())
                .put("kafkaVersion", run.kafkaVersion())
                .put("javaVersion", run.javaVersion())
                .put("passMark", run.grading().passMark());
        ArrayNode all = root.putArray("submissions");
        submissions.forEach(submission -> all.add(submission(run, submission)));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static ObjectNode submission(GradingRun run, SubmissionResult submission) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", submission.name())
                .put("source", submission.delivery().source())
                .put("folder", submission.folder())
                .put("received", submission.delivery().received().toString())
                .put("points", submission.points())
                .put("outOf", submission.outOf())
                .put("percent", submission.percent())
                .put("pass", run.isPass(submission));
        if (run.hasLatePolicy()) {
            node.putObject("late")
                    .put("minutes", submission.lateness().late().toMinutes())
                    .put("percentOff", submission.lateness().percentOff());
        }
        node.put("millis", submission.millis()).put("peakMegabytes", submission.peakMegabytes());
        submission.remarks().forEach(remark -> node.withArray("remarks").add(remark));
        submission
                .delivery()
                .leftAside()
                .forEach(aside -> node.withArray("leftAside")
                        .addObject()
                        .put("path", aside.path())
                        .put("reason", aside.reason()));
        ArrayNode labs = node.putArray("labs");
        submission.labs().forEach(lab -> labs.add(lab(lab)));
        return node;
    }

    private static ObjectNode lab(LabResult lab) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", lab.id())
                .put("title", lab.title())
                .put("points", lab.points())
                .put("outOf", lab.outOf())
                .put("untouched", lab.untouched());
        lab.refusal()
                .ifPresent(refused ->
                        node.putObject("refused").put("kind", refused.kind()).put("message", refused.message()));
        ArrayNode criteria = node.putArray("criteria");
        lab.criteria().forEach(criterion -> criteria.add(criterion(criterion)));
        return node;
    }

    private static ObjectNode criterion(CriterionResult criterion) {
        return JSON.createObjectNode()
                .put("id", criterion.id())
                .put("text", criterion.text())
                .put("verdict", criterion.verdict().json())
                .put("points", criterion.points())
                .put("weight", criterion.weight())
                .put("message", criterion.message())
                .put("millis", criterion.millis())
                .put("rerun", criterion.rerun());
    }
}
