package io.kafkamastery.kit.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports for brokers, held until just before the brokers take them. They come from below the range that operating
 * systems give to outgoing connections, so that a broker finds its port free again when it restarts.
 */
public final class Ports implements AutoCloseable {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 30_000;
    private static final int MOST_TRIES = 1_000;

    private final List<ServerSocket> held = new ArrayList<>();

    private Ports() {}

    /**
     * Takes and holds that many ports of the loopback interface.
     *
     * @throws ClusterException if hardly any port is free
     */
    public static Ports hold(int count) {
        Ports ports = new Ports();
        for (int tries = 0; ports.held.size() < count; tries++) {
            if (tries == MOST_TRIES) {
                ports.close();
                throw new ClusterException("Found no " + count + " free ports between " + LOWEST + " and " + HIGHEST
                        + " in " + MOST_TRIES + " tries. End what occupies them (ss -ltnp lists it) and try again.");
            }
            ports.tryToHold(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
        }
        return ports;
    }

    /**
     * Takes and holds exactly these.
     *
     * @throws ClusterException if one of them is taken, naming it
     */
    public static Ports hold(List<Integer> numbers) {
        Ports ports = new Ports();
        for (int number : numbers) {
            if (!ports.tryToHold(number)) {
                ports.close();
                throw new ClusterException("Port " + number + " is taken by another program.");
            }
        }
        return ports;
    }

    public int get(int index) {
        return held.get(index).getLocalPort();
    }

    public List<Integer> numbers() {
        return held.stream().map(ServerSocket::getLocalPort).toList();
    }

    private boolean tryToHold(int port) {
        ServerSocket socket = null;
        try {
            socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            held.add(socket);
            return true;
        } catch (IOException taken) {
            closeQuietly(socket);
            return false;
        }
    }

    /** Lets go of them: whoever takes them should do so at once. The numbers stay readable. */
    @Override
    public void close() {
        held.forEach(Ports::closeQuietly);
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException ignored) {
            // A listening socket that carried no connection has nothing to lose.
        }
    }
}
