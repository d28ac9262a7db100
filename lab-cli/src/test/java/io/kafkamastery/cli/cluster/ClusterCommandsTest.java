package io.kafkamastery.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import io.kafkamastery.kit.cluster.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ClusterCommandsTest {

    @TempDir
    Path course;

    private Session learner;

    @BeforeEach
    void sitDown() {
        learner = new Session(course);
    }

    @AfterEach
    void tidyUp() {
        learner.type("cluster down");
    }

    @Test
    void saysHowToStartWhenNothingIsUp() {
        for (String command : new String[] {"cluster status", "cluster logs", "cluster kill 1"}) {
            Answer answer = learner.type(command);
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.err()).isEqualTo("lab: No cluster is up. Start one with: scripts/lab cluster up\n");
        }
        Answer down = learner.type("cluster down");
        assertThat(down.exitCode()).isZero();
        assertThat(down.out()).isEqualTo("No cluster is up. There is nothing to end.\n");
    }

    @Test
    void startsHurtsMendsAndEndsACluster() {
        int port = freePort();
        Answer up = learner.type("cluster up --port " + port);
        assertThat(up.exitCode()).isZero();
        assertThat(up.out()).startsWith("A broker is up").contains("localhost:" + port);

        assertThat(learner.type("cluster up").out()).startsWith("A cluster is already up, with 1 broker");
        Answer larger = learner.type("cluster up --brokers 3");
        assertThat(larger.exitCode()).isEqualTo(1);
        assertThat(larger.err()).contains("end it first: scripts/lab cluster down");

        assertThat(learner.type("cluster status").out()).contains("running, is the controller too");
        assertThat(learner.type("cluster logs 1 --lines 3").out().lines()).hasSize(4);
        assertThat(learner.type("cluster kill 7").err())
                .isEqualTo("lab: There is no node 7 in this cluster; there are [1].\n");

        assertThat(learner.type("cluster kill 1").out())
                .isEqualTo("Node 1 is dead. Bring it back with: scripts/lab cluster resume 1\n");
        assertThat(learner.type("cluster status").out()).contains("dead").contains("No process of it runs.");
        assertThat(learner.type("cluster resume 1").out()).isEqualTo("Node 1 runs.\n");
        assertThat(learner.type("cluster status").exitCode()).isZero();

        assertThat(learner.type("cluster down").out())
                .isEqualTo("The cluster has ended, and what it stored is removed.\n");
        assertThat(course.resolve(".lab/cluster")).doesNotExist();
    }

    private static int freePort() {
        try (Ports ports = Ports.hold(1)) {
            return ports.get(0);
        }
    }

    @Test
    void namesWhoHasThePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer up = learner.type("cluster up --port " + taken.getLocalPort());
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.err())
                    .contains("Port " + taken.getLocalPort() + " is taken by ")
                    .contains("choose other ports: scripts/lab cluster up --port 19092");
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(learner.type("cluster up --brokers 9").err())
                .isEqualTo("lab: A cluster has 1 to 5 brokers, but 9 were asked for.\n");
        assertThat(learner.type("cluster up --port 7").err()).contains("choose one from 1024 to 65000");
        Answer word = learner.type("cluster up --brokers many");
        assertThat(word.exitCode()).isEqualTo(2);
        assertThat(word.err()).contains("'many'").contains("Help: scripts/lab cluster up --help");
        assertThat(learner.type("cluster upp").err()).startsWith("lab: There is no command 'upp'. Did you mean up?");
        assertThat(learner.type("cluster").exitCode()).isEqualTo(2);
    }
}
