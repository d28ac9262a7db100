package io.kafkamastery.week02.durability;

import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.probe.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A sender that finds nobody where its brokers should be, and one order for it. */
final class Stranded implements AutoCloseable {

    private static final Order ORDER =
            new Order("stranded", "customer-1", "Bern Bahnhof", "flat white", 480, Instant.EPOCH);

    private final Socket nobody;
    private final Duration limit;
    private final long startedNanos = System.nanoTime();
    private final Background selling;
    private volatile Till till;

    private Stranded(SafeOrders lab, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        nobody = unanswered();
        limit = deliveryTimeout.plus(Till.AT_ONCE);
        selling = Background.start("send()", () -> {
            try {
                till = Till.open("stranded", lab, address(), topic, requestTimeout, deliveryTimeout);
            } catch (RuntimeException needsBrokers) {
                return; // what open() does without them is left open
            }
            till.sellOne(ORDER);
        });
    }

    /** Hands it the order, in the background. */
    static Stranded sell(SafeOrders lab, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        return new Stranded(lab, topic, requestTimeout, deliveryTimeout);
    }

    /** A port that is taken, and at which nobody listens. */
    private static Socket unanswered() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    private String address() {
        return nobody.getLocalAddress().getHostAddress() + ":" + nobody.getLocalPort();
    }

    /** Whether send() has come to an end, and with it the order to a fate, if there was a sender to send it. */
    void failUnlessToldInTime() {
        if (till == null) {
            return;
        }
        selling.awaitNormalEnd(
                limit.minusNanos(System.nanoTime() - startedNanos),
                "When no broker answers, send() may wait for the delivery timeout, which was "
                        + limit.minus(Till.AT_ONCE).toMillis() + " ms");
        Fate fate = till.awaitFates(List.of(ORDER.orderId())).get(0);
        if (fate instanceof Fate.Acknowledged) {
            fail("No broker has ever answered, but the sender has reported %s", fate);
        }
        till.closeInOrder();
    }

    @Override
    public void close() {
        try (nobody) {
            if (till != null) {
                till.close();
            }
            selling.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The port could not be given back", e);
        }
    }
}
