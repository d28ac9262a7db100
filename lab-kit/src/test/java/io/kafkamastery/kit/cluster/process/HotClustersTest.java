package io.kafkamastery.kit.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.jvm.SecondJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HotClustersTest {

    private static final ClusterSpec ONE = ClusterSpec.of(1);

    private static final String FOUND = "cluster ";

    @TempDir
    Path temporary;

    private Path folder;

    private Process owner;

    /** As in a JVM that somebody else has started, and given these. */
    @BeforeEach
    void beOwned() throws IOException {
        folder = Files.createDirectory(temporary.resolve("hot"));
        owner = new ProcessBuilder("sleep", "1000").start();
        System.setProperty("lab.hot", folder.toString());
        System.setProperty("lab.hot.owner", String.valueOf(owner.pid()));
        System.setProperty("lab.standing", "false");
    }

    @AfterEach
    void end() {
        for (String name : List.of("lab.hot", "lab.hot.owner", "lab.standing")) {
            System.clearProperty(name);
        }
        owner.destroyForcibly();
        Workspace.endProcessesOf(folder);
    }

    @Test
    void usesTheSameClusterAgainAndMendsIt() throws Exception {
        String first;
        try (KafkaCluster cluster = new ProcessBackend().start(ONE)) {
            first = cluster.admin().describeCluster().clusterId().get();
            cluster.broker(1).pause();
        }
        try (KafkaCluster cluster = new ProcessBackend().start(ONE)) {
            cluster.heal();
            assertThat(cluster.admin().describeCluster().clusterId().get()).isEqualTo(first);
            cluster.broker(1).kill();
        }
        try (KafkaCluster cluster = new ProcessBackend().start(ONE)) {
            assertThat(cluster.admin().describeCluster().clusterId().get())
                    .as("a dead cluster is replaced")
                    .isNotEqualTo(first);
        }
    }

    @Test
    void jvmsThatAskAtOnceGetTheSame() throws Exception {
        List<Process> jvms = List.of(
                SecondJvm.running(HotClustersTest.class).start(),
                SecondJvm.running(HotClustersTest.class).start());
        Set<String> clusters = new HashSet<>();
        for (Process jvm : jvms) {
            try (BufferedReader said = jvm.inputReader()) {
                said.lines().filter(line -> line.startsWith(FOUND)).forEach(clusters::add);
            }
        }
        assertThat(clusters).hasSize(1);
    }

    /** One of several JVMs that ask at once. */
    public static void main(String[] arguments) throws Exception {
        try (KafkaCluster cluster = new ProcessBackend().start(ONE)) {
            System.out.println(
                    FOUND + cluster.admin().describeCluster().clusterId().get());
        }
        System.exit(0);
    }

    @Test
    void tellsClustersApartByTheirSettings() {
        ClusterSpec other = ONE.with(Map.of("log.retention.hours", "77"));
        try (KafkaCluster plain = new ProcessBackend().start(ONE);
                KafkaCluster special = new ProcessBackend().start(other)) {
            assertThat(plain.bootstrapServers()).isNotEqualTo(special.bootstrapServers());
        }
        assertThat(StandingCluster.in(onlyFolderWithSettings()).orElseThrow().isUp())
                .isTrue();
    }

    private Path onlyFolderWithSettings() {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(Files::isDirectory)
                    .filter(home -> home.getFileName().toString().length() > "1-0".length())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void endsWithItsOwner() throws Exception {
        ProcessHandle broker;
        try (KafkaCluster cluster = new ProcessBackend().start(ONE)) {
            long pid = StandingCluster.in(folder.resolve("1-0"))
                    .orElseThrow()
                    .members()
                    .get(0)
                    .pid()
                    .orElseThrow();
            broker = ProcessHandle.of(pid).orElseThrow();
            assertThat(cluster.outlivesTests()).isTrue();
            assertThat(HotClusters.include(cluster)).isTrue();
        }
        assertThat(broker.isAlive()).isTrue();
        owner.destroyForcibly().waitFor();
        await("the broker to end with its owner")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !Processes.isAlive(broker));
        assertThat(folder).as("the folder of the owner's clusters").doesNotExist();
    }
}
