package io.kafkamastery.kit.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.CutContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessCutTest extends CutContract {

    @Override
    protected Backend backend() {
        return new ProcessBackend();
    }

    @Test
    void aRelayCarriesBreaksAndRefuses() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getByName(NodePlan.HOST));
                Relay relay = new Relay(server.getLocalPort(), threads)) {
            try (Socket caller = new Socket(NodePlan.HOST, relay.port());
                    Socket callee = server.accept()) {
                caller.getOutputStream().write(7);
                assertThat(callee.getInputStream().read()).isEqualTo(7);
                callee.getOutputStream().write(8);
                assertThat(caller.getInputStream().read()).isEqualTo(8);

                relay.cut();

                assertThat(endOf(caller)).isTrue();
                assertThat(endOf(callee)).isTrue();
            }
            try (Socket refused = new Socket(NodePlan.HOST, relay.port())) {
                assertThat(endOf(refused)).isTrue();
            }
            relay.mend();
            try (Socket caller = new Socket(NodePlan.HOST, relay.port());
                    Socket callee = server.accept()) {
                callee.close();
                assertThat(endOf(caller)).as("one side went, so did the other").isTrue();
            }
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS))
                    .as("all threads of a closed relay ended")
                    .isTrue();
        }
    }

    @Test
    void wiringLeavesNoThreadBehind() throws Exception {
        List<NodePlan> plans =
                List.of(new NodePlan(101, NodePlan.Role.CONTROLLER, 0, 9), new NodePlan(1, NodePlan.Role.BROKER, 9, 0));
        long before = relayThreads();
        Wiring wiring = new Wiring(plans, List.of(9));
        assertThat(relayThreads()).isGreaterThan(before);

        wiring.close();

        await("threads to end").atMost(Duration.ofSeconds(10)).until(() -> relayThreads() == before);
    }

    private static long relayThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lab-kit-relay"))
                .count();
    }

    /** Whether nothing more comes: in order, or because the connection was reset. */
    private static boolean endOf(Socket socket) {
        try {
            socket.setSoTimeout(5_000);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (java.net.SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
