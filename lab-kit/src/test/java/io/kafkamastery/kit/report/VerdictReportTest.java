package io.kafkamastery.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.sample.GreeterLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** In a JVM of its own, because the subject is what remains when that JVM ends. */
class VerdictReportTest {

    private static final Path RESULTS =
            LabModule.of(VerdictReportTest.class).target().resolve(VerdictReport.RESULTS_FILE);

    @Test
    void systemExitStillLeavesResultsThatNameTheLine() throws Exception {
        Files.deleteIfExists(RESULTS);
        String output = runSample("EndsTheJvm");

        assertThat(RESULTS).exists();
        assertThat(Files.readString(RESULTS))
                .contains("Your code ended the whole JVM with System.exit", "EndsTheJvm.java:", "It was not run.");
        assertThat(output).contains("NOT MET    a Greets by name", "0 of 2 criteria met, 2 not met");
    }

    @Test
    void reportsEveryRunOfLabs() throws Exception {
        String output = runSample("solution");

        assertThat(output).contains("Lab 9.1  Greetings", "2 of 2 criteria met. Well done.");
        assertThat(Files.readString(RESULTS))
                .contains(
                        "\"schema\" : 1",
                        "\"variant\" : \"solution\"",
                        "\"verdict\" : \"met\"",
                        "\"backend\" : \"none\"");
    }

    private static String runSample(String variant) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlab.variant=" + variant,
                        "-Dlab.color=never",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerdictReportTest.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the forked JVM ended")
                .isTrue();
        return output;
    }

    /** Runs the sample lab the way Maven and IDEs do: with all listeners that JUnit finds. */
    public static void main(String[] args) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(GreeterLab.class))
                        .build());
    }
}
