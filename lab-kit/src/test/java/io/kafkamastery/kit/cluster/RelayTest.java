package io.kafkamastery.kit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class RelayTest {

    @Test
    void carriesBreaksRefusesAndCarriesAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getByName(Relay.HOST));
                Relays relays = new Relays()) {
            Relay relay = relays.to(Relay.HOST, server.getLocalPort());
            try (Socket caller = new Socket(Relay.HOST, relay.port());
                    Socket callee = server.accept()) {
                caller.getOutputStream().write(7);
                assertThat(callee.getInputStream().read()).isEqualTo(7);
                callee.getOutputStream().write(8);
                assertThat(caller.getInputStream().read()).isEqualTo(8);

                relay.cut();

                assertThat(endOf(caller)).isTrue();
                assertThat(endOf(callee)).isTrue();
            }
            try (Socket refused = new Socket(Relay.HOST, relay.port())) {
                assertThat(endOf(refused)).isTrue();
            }
            relay.mend();
            try (Socket caller = new Socket(Relay.HOST, relay.port());
                    Socket callee = server.accept()) {
                callee.close();
                assertThat(endOf(caller)).as("one side went, so did the other").isTrue();
            }
        }
    }

    /** Whether nothing more comes: in order, or because the connection was reset. */
    private static boolean endOf(Socket socket) throws IOException {
        try {
            socket.setSoTimeout(5_000);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
