package io.kafkamastery.week01.crew;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the workers of one crew have handled, in the words of the lab. */
final class HandledOrders implements OrderHandler {

    /** How the test's own orders begin, which only show how far the crew has come. */
    static final String MARKER = "marker-";

    private static final int SHOWN = 5;

    /** One call of the handler. */
    record Delivery(String worker, int partition, long offset, String order) {
        boolean isMarker() {
            return order.startsWith(MARKER);
        }

        @Override
        public String toString() {
            return order + " (partition " + partition + ", offset " + offset + ")";
        }
    }

    private final Consumer<Delivery> beforeEach;
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Map<String, Delivery> inHand = new ConcurrentHashMap<>();
    private final Queue<String> overlaps = new ConcurrentLinkedQueue<>();

    HandledOrders() {
        this(delivery -> {});
    }

    /** @param beforeEach is called in the worker's thread before an order counts as handled, and may hold it up */
    HandledOrders(Consumer<Delivery> beforeEach) {
        this.beforeEach = beforeEach;
    }

    @Override
    public void handle(String worker, ConsumerRecord<String, String> order) {
        Delivery delivery = new Delivery(worker, order.partition(), order.offset(), order.value());
        Delivery before = inHand.putIfAbsent(worker, delivery);
        if (before != null) {
            overlaps.add(worker + " was given " + delivery + " while " + before + " was still in hand");
        }
        try {
            beforeEach.accept(delivery);
            deliveries.add(delivery);
        } finally {
            inHand.remove(worker, delivery);
        }
    }

    /** Without the test's own markers. */
    List<Delivery> orders() {
        return deliveries.stream().filter(delivery -> !delivery.isMarker()).toList();
    }

    /** Where the crew has come past a marker. */
    Set<Integer> partitionsWithMarker() {
        return deliveries.stream()
                .filter(Delivery::isMarker)
                .map(Delivery::partition)
                .collect(Collectors.toSet());
    }

    /** Which of these have not been handled at all. */
    List<String> missing(Collection<String> written) {
        Set<String> handled = orders().stream().map(Delivery::order).collect(Collectors.toSet());
        return written.stream().filter(order -> !handled.contains(order)).toList();
    }

    /** By partition, the offset after the last one that this worker handled. */
    Map<Integer, Long> nextOffsets(String worker) {
        Map<Integer, Long> next = new TreeMap<>();
        for (Delivery delivery : deliveries) {
            if (delivery.worker().equals(worker)) {
                next.merge(delivery.partition(), delivery.offset() + 1, Math::max);
            }
        }
        return next;
    }

    /** By partition, the offset after the last one that anybody handled. */
    Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> next = new TreeMap<>();
        deliveries.forEach(delivery -> next.merge(delivery.partition(), delivery.offset() + 1, Math::max));
        return next;
    }

    /** @param why what the reader of the message should think of, as a sentence */
    void assertAllHandled(Collection<String> written, String why) {
        failIfAny(missing(written), "of " + written.size() + " orders were handled by nobody", why);
    }

    void assertEachOnce(Collection<String> written) {
        assertAllHandled(written, "Every order is to be handled.");
        Map<String, List<Delivery>> byOrder = orders().stream().collect(Collectors.groupingBy(Delivery::order));
        List<String> repeated = byOrder.values().stream()
                .filter(deliveries -> deliveries.size() > 1)
                .map(deliveries -> deliveries.get(0) + " by "
                        + deliveries.stream().map(Delivery::worker).toList())
                .toList();
        failIfAny(repeated, "orders were handled more than once", "No partition moved in between.");
    }

    /**
     * What this worker had handled when it left, it had committed: its partitions go on behind that with the others.
     *
     * @param written the orders that were written while the worker had its partitions, and before it left
     */
    void assertNotRepeatedAfter(String worker, Collection<String> written) {
        Set<String> byWorker = orders().stream()
                .filter(order -> order.worker().equals(worker))
                .map(Delivery::order)
                .filter(written::contains)
                .collect(Collectors.toSet());
        List<String> repeated = orders().stream()
                .filter(order -> !order.worker().equals(worker) && byWorker.contains(order.order()))
                .map(order -> order + " by " + order.worker())
                .toList();
        failIfAny(
                repeated,
                "orders that " + worker + " had handled were handled again after " + worker + " had left",
                "What a worker has handled is committed when dismiss() returns, and nobody takes that offset back.");
    }

    /** Each order was handled by the worker who has its partition. */
    void assertHandledBy(Roster roster) {
        List<String> byOthers = orders().stream()
                .filter(order -> !roster.partitions()
                        .getOrDefault(order.worker(), Set.of())
                        .contains(order.partition()))
                .map(order -> order + " by " + order.worker())
                .toList();
        failIfAny(
                byOthers,
                "orders were handled by somebody who did not have their partition",
                "The roster was: " + roster + ".");
    }

    void assertOneAtATime() {
        failIfAny(
                List.copyOf(overlaps),
                "orders were given to a worker who had not finished another",
                "One worker handles one order at a time; who wants more at a time hires more workers.");
    }

    /** For as long as partitions do not move. */
    void assertInOrder() {
        Map<Integer, Long> last = new TreeMap<>();
        List<String> backwards = new ArrayList<>();
        for (Delivery order : orders()) {
            Long before = last.put(order.partition(), order.offset());
            if (before != null && before > order.offset()) {
                backwards.add(order + " after offset " + before);
            }
        }
        failIfAny(backwards, "orders were handled after later ones of their partition", "");
    }

    private static void failIfAny(List<String> found, String what, String why) {
        if (!found.isEmpty()) {
            throw new AssertionError((found.size() + " " + what + ": "
                            + found.stream().limit(SHOWN).collect(Collectors.joining("; "))
                            + (found.size() > SHOWN ? "; …" : "") + ". " + why)
                    .strip());
        }
    }
}
