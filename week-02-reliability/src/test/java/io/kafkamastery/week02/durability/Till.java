package io.kafkamastery.week02.durability;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Attempts;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.DeliveryAudit;
import io.kafkamastery.kit.probe.Outcome;
import io.kafkamastery.kit.probe.Reading;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Sells orders with a sender under test, and takes down what the sender said about each. */
final class Till implements AutoCloseable {

    /** For what should not wait for anything, on a busy machine. */
    static final Duration AT_ONCE = ofSeconds(5);

    private static final int UNDER_WAY_AT_MOST = 5;
    private static final int CUSTOMERS = 7;
    private static final int WARM_UPS = 5;

    private final String topic;
    private final Duration deliveryTimeout;
    private final OrderSender sender;
    private final Attempts attempts = new Attempts();
    private final Map<String, CompletableFuture<Fate>> fates = new LinkedHashMap<>();
    private final Map<String, Fate> known = new ConcurrentHashMap<>();
    private final String name;
    private int sold;
    private volatile boolean closingTime;
    private boolean closed;

    private Till(String name, String topic, Duration deliveryTimeout, OrderSender sender) {
        this.name = name;
        this.topic = topic;
        this.deliveryTimeout = deliveryTimeout;
        this.sender = sender;
    }

    /** @param name what the ids of its orders begin with */
    static Till open(
            String name,
            SafeOrders lab,
            KafkaCluster kafka,
            String topic,
            Duration requestTimeout,
            Duration deliveryTimeout) {
        return open(name, lab, kafka.bootstrapServers(), topic, requestTimeout, deliveryTimeout);
    }

    static Till open(
            String name,
            SafeOrders lab,
            String bootstrapServers,
            String topic,
            Duration requestTimeout,
            Duration deliveryTimeout) {
        OrderSender sender = lab.open(bootstrapServers, topic, requestTimeout, deliveryTimeout);
        if (sender == null) {
            fail("open() should return a sender, but returned null");
        }
        return new Till(name, topic, deliveryTimeout, sender);
    }

    Attempts attempts() {
        return attempts;
    }

    /** Sells so many orders, one after the other without waiting for their fates; returns their ids. */
    List<String> sell(int count) {
        List<String> ids = new ArrayList<>();
        try (Background selling = Background.start("send", () -> {
            for (int i = 0; i < count; i++) {
                ids.add(sellOne(nextOrder()));
            }
        })) {
            selling.awaitNormalEnd(AT_ONCE, "send() should return without waiting for the fate of its order");
        }
        return ids;
    }

    /** Sells orders, a few of them under way at a time, until {@link #stopSelling}. */
    Background keepSelling() {
        Semaphore underWay = new Semaphore(UNDER_WAY_AT_MOST);
        return Background.start("selling orders", () -> {
            while (!closingTime) {
                if (underWay.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    String id = sellOne(nextOrder());
                    fate(id).whenComplete((fate, failure) -> underWay.release());
                }
            }
        });
    }

    void stopSelling(Background selling) {
        closingTime = true;
        selling.awaitNormalEnd(AT_ONCE, "send() should return without waiting for the fate of its order");
    }

    /** Sells this order; returns its id. */
    String sellOne(Order order) {
        String id = order.orderId();
        attempts.add(id, order.customerId(), Outcome.unknown("no answer yet"));
        CompletableFuture<Fate> fate = handOver(order);
        if (fate == null) {
            fail("send() should return a future, but returned null");
        }
        synchronized (this) {
            fates.put(id, fate);
        }
        fate.thenAccept(found -> note(id, found));
        return id;
    }

    private CompletableFuture<Fate> handOver(Order order) {
        try {
            return sender.send(order);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "send() should tell the fate of " + order.orderId() + " in the future that it returns, but threw "
                            + e,
                    e);
        }
    }

    private synchronized Order nextOrder() {
        int number = ++sold;
        return new Order(
                name + "-" + number,
                "customer-" + number % CUSTOMERS,
                "Bern Bahnhof",
                "flat white",
                480,
                Instant.parse("2026-11-05T08:15:30Z"));
    }

    private void note(String id, Fate fate) {
        if (fate == null) {
            return; // awaitFates complains
        }
        if (fate instanceof Fate.Acknowledged there) {
            attempts.conclude(id, Outcome.acknowledged(new TopicPartition(topic, there.partition()), there.offset()));
        } else if (fate instanceof Fate.Refused refused) {
            attempts.conclude(id, Outcome.refused(refused.reason()));
        } else if (fate instanceof Fate.Unknown unknown) {
            attempts.conclude(id, Outcome.unknown(unknown.reason()));
        }
        known.put(id, fate);
    }

    private synchronized CompletableFuture<Fate> fate(String id) {
        return fates.get(id);
    }

    /** The fates among these orders' that are known by now. */
    List<Fate> fatesSoFar(List<String> ids) {
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    /** Waits for the fates of these orders, as long as the contract allows the sender to take. */
    List<Fate> awaitFates(List<String> ids) {
        awaitNoLongerThan(
                deliveryTimeout.plus(AT_ONCE),
                "the fate of every order to be known, because the delivery timeout was " + deliveryTimeout.toMillis()
                        + " ms",
                ids);
        return ids.stream().map(known::get).toList();
    }

    private void awaitNoLongerThan(Duration limit, String expected, List<String> ids) {
        Await.within(limit)
                .until(
                        expected,
                        () -> {
                            ids.forEach(this::failIfBroken);
                            return known.keySet().containsAll(ids);
                        },
                        () -> "send() has not told about "
                                + ids.stream()
                                        .filter(id -> !known.containsKey(id))
                                        .toList());
    }

    private void failIfBroken(String id) {
        CompletableFuture<Fate> future = fate(id);
        if (!future.isDone()) {
            return;
        }
        Throwable failure = future.handle((fate, thrown) -> thrown).join();
        if (failure != null) {
            throw new AssertionError(
                    "What send() returned for " + id + " should complete with a fate, but completed with " + failure,
                    failure);
        }
        Fate fate = future.join();
        if (fate == null || !id.equals(fate.orderId())) {
            throw new AssertionError(
                    "What send() returned for " + id + " should complete with its fate, but completed with " + fate);
        }
    }

    /** Waits until at least so many orders are acknowledged. */
    void awaitAcknowledged(long atLeast, Duration limit, String when, Background... failFast) {
        Await.within(limit)
                .until(
                        "at least " + atLeast + " orders to be acknowledged " + when,
                        () -> attempts.acknowledged() >= atLeast,
                        () -> attempts.acknowledged() + " were, and of the others "
                                + known.values().stream()
                                        .filter(fate -> !(fate instanceof Fate.Acknowledged))
                                        .map(Fate::toString)
                                        .findFirst()
                                        .map(other -> "one is " + other)
                                        .orElse("nothing is known"),
                        failFast);
    }

    /**
     * Sells orders until one is acknowledged: the sender knows the brokers from then on. The first may run out of time on a busy
     * machine, because it has to wait for every connection.
     */
    void warmUp() {
        Fate last = null;
        for (int i = 0; i < WARM_UPS; i++) {
            last = awaitFates(sell(1)).get(0);
            if (last instanceof Fate.Acknowledged) {
                return;
            }
        }
        fail(
                "While all brokers are up an order should be acknowledged, but of %d none was; the last is %s",
                WARM_UPS, last);
    }

    /** Sells so many orders, and sees to it that all are acknowledged. */
    void sellInPeace(int count) {
        List<String> ids = sell(count);
        for (Fate fate : awaitFates(ids)) {
            if (!(fate instanceof Fate.Acknowledged)) {
                fail("While all brokers are up every order should be acknowledged, but one is %s", fate);
            }
        }
    }

    /** Sells so many orders and closes the sender while some are under way; all brokers are up, so each is acknowledged. */
    void sellAndClose(int count) {
        List<String> ids = sell(count);
        closeInOrder();
        for (Fate fate : fatesSoFar(ids)) {
            if (!(fate instanceof Fate.Acknowledged)) {
                fail(
                        "close() should wait for the fate of each order that is under way, and while all brokers are up"
                                + " every order should be acknowledged, but one is %s",
                        fate);
            }
        }
    }

    /** Compares what the sender said with what can be read now. */
    DeliveryAudit audit(KafkaCluster kafka, String when) {
        return DeliveryAudit.of(attempts.all(), reading(kafka, topic, when));
    }

    static Reading reading(KafkaCluster kafka, String topic, String when) {
        return Reading.of(when, TopicProbe.of(kafka, topic).strings(), Till::orderId);
    }

    private static String orderId(ConsumerRecord<String, String> record) {
        try {
            return OrderJson.read(String.valueOf(record.value())).orderId();
        } catch (IllegalArgumentException e) {
            throw new AssertionError(
                    "The record at offset " + record.offset() + " of " + record.topic() + "-" + record.partition()
                            + " should be an order as OrderJson writes it, but is " + record.value(),
                    e);
        }
    }

    /** Closes the sender, and sees to it that it has told every fate then. */
    void closeInOrder() {
        closed = true;
        try (Background closing = Background.start("close", sender::close)) {
            boolean nothingUnderWay = known.keySet().containsAll(allIds());
            closing.awaitNormalEnd(
                    nothingUnderWay ? AT_ONCE : deliveryTimeout.plus(AT_ONCE),
                    nothingUnderWay
                            ? "close() should return at once when the fate of every order is known: nothing is left to try"
                            : "close() should return when the fate of every order is known, because the delivery"
                                    + " timeout was " + deliveryTimeout.toMillis() + " ms");
        }
        awaitNoLongerThan(Duration.ofMillis(500), "every fate to be known when close() has returned", allIds());
    }

    /** Begins to close the sender; the caller sees to its end. */
    Background startClosing() {
        closed = true;
        return Background.start("close", sender::close);
    }

    /** Ends what a failed test has left open, without waiting for orders that brokers may never answer for. */
    @Override
    public void close() {
        closingTime = true;
        if (!closed) {
            Background.start("close", sender::close).close();
        }
    }

    private synchronized List<String> allIds() {
        return List.copyOf(fates.keySet());
    }
}
