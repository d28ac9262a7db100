package io.kafkamastery.kit.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class EngineProbeTest {

    @TempDir
    private Path folder;

    private EngineAddress address;

    @BeforeEach
    void chooseSocket() {
        Path socket = folder.resolve("docker.sock");
        assumeFalse(socket.toString().length() > 100, "the temporary folder's name is too long for a Unix socket");
        address = EngineAddress.ofSocket(socket);
    }

    @Test
    void saysAtOnceThatThereIsNoEngine() {
        Instant start = Instant.now();

        assertThatExceptionOfType(EngineUnusable.class)
                .isThrownBy(() -> EngineProbe.check(Set.of(address)))
                .satisfies(unusable -> assertThat(unusable.reason()).isEqualTo("no Docker engine answers"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void acceptsAnEngineThatAnswers() throws IOException {
        try (ServerSocketChannel engine = listen()) {
            answer(engine, "HTTP/1.0 200 OK\r\n\r\nOK");

            assertThatNoException().isThrownBy(() -> EngineProbe.check(Set.of(address)));
        }
    }

    @Test
    void acceptsAnEngineThatAnswersBesideOneThatIsGone() throws IOException {
        EngineAddress gone = EngineAddress.of("tcp://127.0.0.1:1");
        try (ServerSocketChannel engine = listen()) {
            answer(engine, "HTTP/1.0 200 OK\r\n\r\nOK");

            assertThatNoException().isThrownBy(() -> EngineProbe.check(Set.of(gone, address)));
        }
    }

    @Test
    void givesUpOnAnEngineThatOnlyListens() throws IOException {
        try (ServerSocketChannel engine = listen()) {
            assertThatExceptionOfType(EngineUnusable.class)
                    .isThrownBy(() -> EngineProbe.check(Set.of(address)))
                    .withMessageContaining("did not answer within 2 s");
        }
    }

    @Test
    void refusesWhatIsNoEngine() throws IOException {
        try (ServerSocketChannel engine = listen()) {
            answer(engine, "SSH-2.0-something");

            assertThatExceptionOfType(EngineUnusable.class)
                    .isThrownBy(() -> EngineProbe.check(Set.of(address)))
                    .withMessageContaining("it is no Docker engine");
        }
    }

    @Test
    void looksWhereTestcontainersWouldLook() {
        Properties testcontainers = new Properties();
        testcontainers.setProperty("docker.host", "tcp://engine.example:2375");
        Map<String, String> environment =
                Map.of("DOCKER_HOST", "unix:///some/docker.sock", "XDG_RUNTIME_DIR", "/run/user/1000");

        assertThat(EngineProbe.addresses(environment, testcontainers, Path.of("/home/kim")))
                .extracting(EngineAddress::toString)
                .containsExactly(
                        "unix:///some/docker.sock",
                        "tcp://engine.example:2375",
                        "unix:///var/run/docker.sock",
                        "unix:///run/user/1000/docker.sock",
                        "unix:///home/kim/.docker/run/docker.sock",
                        "unix:///home/kim/.docker/desktop/docker.sock");
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(address.uri().getPath()));
    }

    private static void answer(ServerSocketChannel engine, String text) {
        Thread thread = new Thread(() -> {
            try (SocketChannel client = engine.accept()) {
                client.read(ByteBuffer.allocate(256));
                client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                // The probe then sees no answer, and its test fails.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
