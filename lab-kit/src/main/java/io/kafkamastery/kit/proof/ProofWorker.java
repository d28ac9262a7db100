package io.kafkamastery.kit.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.report.LabModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Proves nodes in a JVM of its own, so that several are proven at a time: what the kit watches over (clients left open,
 * threads that die) belongs to a JVM.
 *
 * <p>It reads a line a node from standard input, {@code <test class> <index>}, and answers each with a line of JSON on
 * standard output. It ends with its input, and so with the JVM that started it.
 */
final class ProofWorker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProofWorker() {}

    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever labs print goes to the log
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in));
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            String[] node = request.split(" ");
            answers.println(JSON.writeValueAsString(prove(node[0], Integer.parseInt(node[1]))));
            answers.flush();
        }
        System.exit(0); // a thread that a mistake left behind may never end
    }

    private static NodeReport prove(String testClass, int index) {
        try {
            Class<?> type = Class.forName(testClass);
            LabUnderProof lab = new LabUnderProof(type, LabModule.of(type));
            return prove(lab, new LabProof(lab).nodes().get(index));
        } catch (ClassNotFoundException e) {
            return NodeReport.brokenOff("There is no class " + testClass);
        }
    }

    /** Proves a node here and now. */
    static NodeReport prove(LabUnderProof lab, DynamicTest node) {
        System.err.println("=== " + lab.id() + ": " + node.getDisplayName());
        NodeReport.Outcome outcome = NodeReport.Outcome.HOLDS;
        String message = "";
        try {
            node.getExecutable().execute();
        } catch (TestAbortedException e) {
            outcome = NodeReport.Outcome.UNCHECKED;
            message = e.getMessage();
        } catch (Throwable e) {
            e.printStackTrace();
            outcome = NodeReport.Outcome.FAILS;
            message = e instanceof AssertionError ? e.getMessage() : e.toString();
        }
        String backend = Clusters.backendName().orElse(NodeReport.NO_BACKEND);
        return new NodeReport(outcome, message, backend, lab.verdictsByVariant(), List.copyOf(lab.findings()));
    }
}
