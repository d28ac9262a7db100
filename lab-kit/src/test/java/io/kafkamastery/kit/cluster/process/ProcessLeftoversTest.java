package io.kafkamastery.kit.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What remains when things end badly: no process, no folder, and a sentence. */
@Timeout(120)
class ProcessLeftoversTest {

    @TempDir
    Path temporary;

    @Test
    void killedJvmTakesItsBrokersWithItEvenAFrozenOne() throws Exception {
        Process jvm = forkClusterOwner();
        List<ProcessHandle> brokers = new ArrayList<>();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(jvm.getInputStream()))) {
            for (String line = said.readLine(); line != null && !line.equals("ready"); line = said.readLine()) {
                // What the kit has to say meanwhile.
            }
            jvm.descendants().filter(process -> isBroker(process)).forEach(brokers::add);
            assertThat(brokers).as("broker processes below the JVM").hasSize(3);
            assertThat(workspaces()).hasSize(1);

            jvm.destroyForcibly().waitFor();
        }
        await("brokers to end with their JVM")
                .atMost(Duration.ofSeconds(10))
                .until(() -> brokers.stream().noneMatch(ProcessHandle::isAlive));
        await("their folders to be gone")
                .atMost(Duration.ofSeconds(10))
                .until(() -> workspaces().isEmpty());
    }

    private static boolean isBroker(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private List<Path> workspaces() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kafka-mastery-"))
                    .toList();
        }
    }

    private Process forkClusterOwner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessLeftoversTest.class.getName())
                .redirectErrorStream(true)
                .start();
    }

    /** The JVM to be killed: it has a controller and two brokers, one of them frozen. */
    public static void main(String[] args) throws InterruptedException {
        KafkaCluster cluster = new ProcessBackend().start(ClusterSpec.of(2));
        cluster.broker(2).pause();
        System.out.println("ready");
        new java.util.concurrent.CountDownLatch(1).await();
    }

    @Test
    void nextClusterRemovesWhatADeadJvmLeft() throws Exception {
        Process dead = new ProcessBuilder("sh", "-c", "exit 0").start();
        dead.waitFor();
        Path leftover = Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "kafka-mastery-" + dead.pid() + "-1-x/node-1/data"));

        Workspace.sweepLeftovers();

        assertThat(leftover).doesNotExist();
    }

    @Test
    void brokerThatDiesAtStartSaysItsLastWords() {
        ClusterSpec broken = ClusterSpec.of(1).with(Map.of("num.io.threads", "none"));
        assertThatThrownBy(() -> new ProcessBackend().start(broken))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("Broker 1 ended while it was starting")
                .hasMessageContaining("num.io.threads");
    }

    @Test
    void worksWithoutACache() throws Exception {
        Path notAFolder = Files.writeString(temporary.resolve("cache"), "a file where a folder should be");
        System.setProperty("lab.cache", notAFolder.toString());
        try (KafkaCluster cluster = new ProcessBackend().start(ClusterSpec.of(1))) {
            assertThat(cluster.admin().describeCluster().nodes().get()).hasSize(1);
        } finally {
            System.clearProperty("lab.cache");
        }
    }
}
