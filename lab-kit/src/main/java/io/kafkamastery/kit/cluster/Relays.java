package io.kafkamastery.kit.cluster;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The relays of one cluster, and their threads: there are two for each connection, which blocks in either direction. */
public final class Relays implements AutoCloseable {

    private static final String THREAD_NAME = "lab-kit-relay";

    private final List<Relay> all = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, THREAD_NAME);
        thread.setDaemon(true);
        return thread;
    });

    /** A new relay to the listener there, which need not listen yet. */
    public Relay to(String host, int port) {
        Relay relay = new Relay(new InetSocketAddress(host, port), threads);
        all.add(relay);
        return relay;
    }

    /** Ends all relays, their connections and their threads. */
    @Override
    public void close() {
        all.forEach(Relay::close);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
