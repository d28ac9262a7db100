package io.kafkamastery.kit.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/** A {@link ProofWorker} in another JVM, as this one sees it. */
final class WorkerProcess implements AutoCloseable {

    /** Far longer than any node takes: each criterion has a limit of its own. */
    private static final long ANSWER_WITHIN_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final Timer WATCHDOG = new Timer("proof-watchdog", true);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final Process process;
    private final PrintStream requests;
    private final BufferedReader answers;

    WorkerProcess(Path log) throws IOException {
        this.log = log;
        this.process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        this.requests = new PrintStream(process.getOutputStream(), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    NodeReport prove(LabUnderProof lab, int index) throws IOException {
        TimerTask kill = new TimerTask() {
            @Override
            public void run() {
                process.destroyForcibly();
            }
        };
        WATCHDOG.schedule(kill, ANSWER_WITHIN_MILLIS);
        try {
            requests.println(lab.testClass().getName() + " " + index);
            String answer = answers.readLine();
            return answer == null
                    ? NodeReport.brokenOff("The JVM that proved it ended; its log is " + log)
                    : JSON.readValue(answer, NodeReport.class);
        } finally {
            kill.cancel();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--enable-native-access"))
                .forEach(command::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("lab.")
                        || name.startsWith("org.slf4j.")
                        || name.equals("java.io.tmpdir")
                        || name.equals("file.encoding"))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProofWorker.class.getName()));
        return command;
    }

    /** Ends it: in order, by ending its input, so that it closes its clusters; by force after that. */
    @Override
    public void close() {
        requests.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
