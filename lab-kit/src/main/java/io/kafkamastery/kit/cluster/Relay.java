package io.kafkamastery.kit.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Carries connections to a listener, as long as it is not cut. Whoever connects here is connected there, byte for byte;
 * when one side goes, or the relay is cut, so does the other.
 *
 * <p>While cut, it still holds its port, and hangs up on whoever calls.
 */
public final class Relay implements AutoCloseable {

    /** Where all relays are called. */
    public static final String HOST = "127.0.0.1";

    private static final int CONNECT_MILLIS = 5_000;

    private final ServerSocket entrance;
    private final InetSocketAddress exit;
    private final Executor threads;
    private final Set<Socket> open = new HashSet<>();
    private boolean cut;

    /** @param threads runs two tasks at once for each connection, and one more */
    Relay(InetSocketAddress exit, Executor threads) {
        this.exit = exit;
        this.threads = threads;
        try {
            entrance = new ServerSocket(0, 0, InetAddress.getByName(HOST));
        } catch (IOException e) {
            throw new ClusterException("No port could be opened for a relay: " + e.getMessage(), e);
        }
        threads.execute(this::accept);
    }

    /** Where it is called; the same for its whole life. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Returns when every connection is closed. */
    public synchronized void cut() {
        cut = true;
        List.copyOf(open).forEach(this::close);
    }

    public synchronized void mend() {
        cut = entrance.isClosed();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                if (admit(caller)) {
                    threads.execute(() -> connect(caller));
                } else {
                    close(caller);
                }
            }
        } catch (IOException | RejectedExecutionException closed) {
            // This was its last task.
        }
    }

    private void connect(Socket caller) {
        Socket callee = new Socket();
        try {
            if (admit(callee)) {
                callee.connect(exit, CONNECT_MILLIS);
                caller.setTcpNoDelay(true);
                callee.setTcpNoDelay(true);
                threads.execute(() -> carry(callee, caller));
                carry(caller, callee);
            }
        } catch (IOException | RejectedExecutionException nobodyThere) {
            // The caller sees its connection close, as it would without the relay.
        } finally {
            close(caller);
            close(callee);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By either side, or by a cut.
        } finally {
            close(from);
            close(to);
        }
    }

    private synchronized boolean admit(Socket socket) {
        return !cut && open.add(socket);
    }

    private synchronized void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Then it needs no closing.
        }
    }

    /** Ends it for good: its port, its connections, its threads. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException alreadyBroken) {
            // Then nobody is accepted any more.
        }
        cut();
    }
}
