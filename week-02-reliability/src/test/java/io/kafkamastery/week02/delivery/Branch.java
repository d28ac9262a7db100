package io.kafkamastery.week02.delivery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.Position;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week02.delivery.Fate.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * A coffee bar whose orders are processed by one processor after the other, each of which ends in another way. The effects of
 * the orders outlive them, and so do the offsets that they committed.
 */
final class Branch {

    private static final Duration PATIENCE = ofSeconds(20);
    /** The contract says five; a busy machine gets a few more. */
    private static final Duration STOPS_WITHIN = ofSeconds(10);
    /** So many questions later a commit that had been sent before has arrived. */
    private static final int QUESTIONS = 25;

    private final KafkaCluster kafka;
    private final FreshNames names;
    private final Supplier<OrderProcessor> processors;
    private final Path folder;
    private final PlacedOrders orders;
    private final Map<String, String> incidents = new HashMap<>();
    private Shift shift;

    /**
     * @param folder empty, for the books and whatever else is to outlive a processor
     * @param pace how long an effect takes, before and after the moment at which it happens
     */
    Branch(
            Guarantee guarantee,
            Supplier<OrderProcessor> processors,
            KafkaCluster kafka,
            Topic topic,
            FreshNames names,
            Path folder,
            Duration pace) {
        this.kafka = kafka;
        this.names = names;
        this.processors = processors;
        this.orders = new PlacedOrders(TopicWriter.of(kafka, topic.name()));
        this.folder = folder;
        this.shift = new Shift(
                guarantee,
                kafka.bootstrapServers(),
                names.group("kitchen"),
                topic.name(),
                folder.resolve("books"),
                pace);
    }

    /** Customers place so many new orders; returns their ids. */
    List<String> order(int count) {
        return orders.place(count);
    }

    /** One order more for each partition: when it has been processed, so has everything before it. */
    List<String> orderLast(String when, int partitions) {
        return orders.placeOneInEach(when, partitions);
    }

    /** Tills that had no answer send again what has been ordered so far. */
    void sendAllAgain() {
        orders.sendAllAgain();
    }

    /** A processor works until these orders have taken effect, and is stopped. */
    void workUntil(Collection<String> effective, String when) {
        OrderProcessor processor = processors.get();
        try (Background run = Background.start("run", () -> shift.run(processor, Fate.NONE))) {
            awaitEffects(effective, when, run);
            stop(processor);
            run.awaitNormalEnd(STOPS_WITHIN, "the processor should return soon after stop()");
        }
        handOver();
    }

    private void awaitEffects(Collection<String> expected, String when, Background run) {
        Await.within(PATIENCE)
                .until(
                        expected + " to take effect " + when,
                        () -> {
                            run.failIfEnded("the processor should go on until stop() is called");
                            return new HashSet<>(effects()).containsAll(expected);
                        },
                        () -> expected.stream()
                                        .filter(id -> !effects().contains(id))
                                        .toList() + " did not" + incidentsOf(expected),
                        run);
    }

    /** A processor is asked to stop while it has this order in hand. */
    void stopAt(String orderId) {
        OrderProcessor processor = processors.get();
        Fate fate = Fate.at(Moment.BEFORE, orderId, () -> stop(processor));
        try (Background run = Background.start("run", () -> shift.run(processor, fate))) {
            run.awaitNormalEnd(
                    PATIENCE, orderId + " should come up, and the processor, stopped with it in hand, should return");
        }
        if (!effects().contains(orderId)) {
            fail(
                    "The processor returned before %s took effect: it should go on until stop() is called, and then finish the"
                            + " order in hand",
                    orderId);
        }
        incidents.put(orderId, "the processor was stopped with it in hand");
        handOver();
    }

    private static void stop(OrderProcessor processor) {
        try (Background stop = Background.start("stop()", processor::stop)) {
            stop.awaitNormalEnd(STOPS_WITHIN, "stop() should return at once");
        }
    }

    /** The handler or the ledger throws at this order, which must end the processor. */
    void failAt(Moment moment, String orderId) {
        failWith(deed -> Fate.at(moment, orderId, deed), orderId);
        incidents.put(orderId, "an exception was thrown " + moment);
    }

    /** The handler or the ledger throws at the n-th order from now on. */
    void failAtNth(Moment moment, int n) {
        failWith(deed -> Fate.atNth(moment, n, deed), "order no. " + n);
    }

    private void failWith(Function<Runnable, Fate> fate, String what) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable deed = () -> {
            failure.compareAndSet(null, new IllegalStateException("something went wrong with " + what));
            throw failure.get();
        };
        OrderProcessor processor = processors.get();
        try (Background run = Background.start("run", () -> shift.run(processor, fate.apply(deed)))) {
            run.awaitEnd(PATIENCE, what + " should come up, and what is thrown there should end the processor");
            Throwable end = run.failure().orElse(null);
            if (failure.get() == null) {
                run.failIfEnded("the processor should go on until stop() is called");
            }
            if (Stream.iterate(end, cause -> cause != null, Throwable::getCause)
                    .noneMatch(cause -> cause == failure.get())) {
                fail("The processor should end with \"" + failure.get().getMessage() + "\", but "
                        + (end == null ? "returned as if all were well" : "ended with " + end));
            }
        }
        handOver();
    }

    /** A processor in a process of its own is killed with this order in hand. */
    void dieAt(Moment moment, String orderId) {
        try (DoomedProcess process =
                DoomedProcess.start(processors.get().getClass(), shift, moment, orderId, folder.resolve(orderId))) {
            process.awaitItsMoment();
            awaitCommitsUnderWay(orderId);
            process.kill();
        }
        incidents.put(orderId, "the process was killed " + moment);
        handOver();
    }

    /**
     * A processor in a process of its own is killed some time after so many more effects, or ends by itself when the storm is
     * too much for it. Either is a crash.
     *
     * @param storm what happens meanwhile; it begins with the first of those effects
     */
    void dieAfter(int effects, Runnable storm, Runnable someTime) {
        int before = effects().size();
        Class<?> processor = processors.get().getClass();
        try (DoomedProcess process = DoomedProcess.start(processor, shift, folder.resolve(shift.groupId()))) {
            awaitEffects(before + 1, process);
            storm.run();
            awaitEffects(before + effects, process);
            someTime.run();
            process.kill();
        }
        handOver();
    }

    private void awaitEffects(int count, DoomedProcess process) {
        Await.within(PATIENCE.multipliedBy(3))
                .until(
                        "a processor to make it " + count + " effects",
                        () -> process.hasEnded() || effects().size() >= count,
                        () -> "there were " + effects().size());
    }

    /** A commit of this very order may be under way from another thread, although the order is still in hand. */
    private void awaitCommitsUnderWay(String orderId) {
        Position place = orders.placeOf(orderId);
        GroupProbe group = GroupProbe.of(kafka, shift.groupId());
        IntStream.range(0, QUESTIONS)
                .anyMatch(question -> group.committed(place.partition()).orElse(0) > place.offset());
    }

    /**
     * The next processor is in a group of its own that begins with the same committed offsets. In the same group it would have
     * to wait until the brokers have noticed that a dead member is dead, which takes 45 seconds unless it is set otherwise.
     */
    private void handOver() {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        GroupProbe.of(kafka, shift.groupId())
                .committedOffsets()
                .forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        shift = shift.inGroup(names.group("kitchen"));
        if (committed.isEmpty()) {
            return;
        }
        try {
            kafka.admin()
                    .alterConsumerGroupOffsets(shift.groupId(), committed)
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new ClusterException("The committed offsets could not be handed over: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The ids of orders that took effect, in that sequence, as often as they did. */
    List<String> effects() {
        return new Books(shift.books(), Fate.NONE, shift.pace()).effects();
    }

    /** @throws AssertionError if an order took effect more than once */
    void assertNoneTwice() {
        Map<String, Long> times =
                effects().stream().collect(Collectors.groupingBy(id -> id, LinkedHashMap::new, Collectors.counting()));
        List<String> twice =
                times.keySet().stream().filter(id -> times.get(id) > 1).toList();
        if (!twice.isEmpty()) {
            fail("No order should take effect twice, but these did: " + twice + incidentsOf(twice));
        }
    }

    /** @throws AssertionError if an order never took effect */
    void assertNoneLost() {
        List<String> lost = new ArrayList<>(orders.ids());
        lost.removeAll(effects());
        if (!lost.isEmpty()) {
            fail("Every order should take effect, but these never did: " + lost + incidentsOf(lost));
        }
    }

    /** @throws AssertionError if orders of a customer took effect, the first time each, in another sequence than placed */
    void assertInSequence() {
        Map<String, List<String>> effective = effects().stream()
                .distinct()
                .collect(Collectors.groupingBy(id -> orders.customerOf(id), Collectors.toList()));
        List<String> sequence = orders.ids();
        effective.forEach((customer, ids) -> {
            List<String> sorted =
                    ids.stream().sorted(Comparator.comparing(sequence::indexOf)).toList();
            if (!sorted.equals(ids)) {
                fail("The orders of %s should take effect in the sequence %s, but did in %s", customer, sorted, ids);
            }
        });
    }

    private String incidentsOf(Collection<String> ids) {
        return ids.stream()
                .filter(incidents::containsKey)
                .map(id -> "\n  " + id + ": " + incidents.get(id))
                .collect(Collectors.joining());
    }
}
