package io.kafkamastery.kit.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that stays until it is told to go. */
@Timeout(120)
class StandingClusterTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path course;

    private Path folder;

    @BeforeEach
    void chooseAFolderThatIsNotEasy() {
        boolean anyLetter = System.getProperty("sun.jnu.encoding").startsWith("UTF");
        folder = StandingCluster.folderIn(course.resolve(anyLetter ? "Übung 1" : "lab 1"));
    }

    @AfterEach
    void end() {
        StandingCluster.down(folder);
    }

    @Test
    void survivesTheJvmThatStartedItAndLeavesNothingWhenItIsTakenDown() throws Exception {
        startInAnotherJvm();

        StandingCluster found = StandingCluster.in(folder).orElseThrow();
        ProcessHandle broker = onlyProcessOf(found);
        assertThat(broker.isAlive()).isTrue();
        try (KafkaCluster connected = found.connect()) {
            assertThat(connected.admin().describeCluster().nodes().get()).hasSize(1);
        }
        assertThat(broker.isAlive()).as("alive after a client has disconnected").isTrue();

        StandingCluster.down(folder);

        assertThat(StandingCluster.in(folder)).isEmpty();
        assertThat(folder).doesNotExist();
        await().atMost(SOON).until(() -> !Processes.isAlive(broker));
    }

    private void startInAnotherJvm() throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlab.cache=" + System.getProperty("lab.cache", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandingClusterTest.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(starter.waitFor()).isZero();
    }

    /** The JVM that starts a cluster and ends. */
    public static void main(String[] args) {
        if (System.getProperty("lab.cache").isEmpty()) {
            System.clearProperty("lab.cache");
        }
        up(Path.of(args[0]));
    }

    private static StandingCluster up(Path folder) {
        ClusterSpec spec = ClusterSpec.of(1);
        List<Integer> ports;
        try (Ports free = Ports.hold(2)) {
            ports = free.numbers();
        }
        return StandingCluster.up(folder, spec, ports);
    }

    private static ProcessHandle onlyProcessOf(StandingCluster standing) {
        return ProcessHandle.of(standing.members().get(0).pid().orElseThrow()).orElseThrow();
    }

    @Test
    void endsWhenItsFolderIsRemoved() {
        ProcessHandle broker = onlyProcessOf(up(folder));

        Workspace.delete(folder);

        await().atMost(SOON).until(() -> !Processes.isAlive(broker));
        await().atMost(SOON).until(() -> Files.notExists(folder));
    }

    @Test
    void killsPausesAndResumesANode() {
        up(folder);
        StandingCluster here = StandingCluster.in(folder).orElseThrow();

        here.pause(1);
        assertThat(here.members()).extracting(Member::state).containsExactly(Member.State.PAUSED);
        here.resume(1);
        assertThat(here.members()).extracting(Member::state).containsExactly(Member.State.RUNNING);
        here.kill(1);
        assertThat(here.isUp()).as("up without a running process").isFalse();
        here.resume(1);
        assertThat(StandingCluster.in(folder).orElseThrow().isUp()).isTrue();
        assertThatThrownBy(() -> here.kill(7)).hasMessageContaining("There is no node 7");
    }

    @Test
    void refusesASecondOneAndATakenPort() throws IOException {
        up(folder);
        assertThatThrownBy(() -> up(folder)).hasMessageContaining("already up");
        StandingCluster.down(folder);

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            assertThatThrownBy(() -> StandingCluster.up(
                            folder, ClusterSpec.of(1), StandingCluster.portsFrom(taken, ClusterSpec.of(1))))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("Port " + taken + " is taken");
        }
        assertThat(folder).as("what a failed start leaves").doesNotExist();
    }

    @Test
    void offersTestsWhatAJvmThatMayBeKilledCanTakeBack() {
        up(folder);
        try (KafkaCluster connected = StandingCluster.in(folder).orElseThrow().connect()) {
            assertThat(connected.outlivesTests()).isTrue();
            assertThat(connected.capabilities())
                    .contains(Capability.LOG_DIRS, Capability.KILL)
                    .doesNotContain(Capability.ADD_BROKER);
            connected.broker(1).kill();
            connected.heal();
            assertThat(connected.broker(1).isRunning()).isTrue();
        }
    }
}
