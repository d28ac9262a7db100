package io.kafkamastery.week02.delivery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.Nudges;
import io.kafkamastery.kit.probe.Position;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week02.delivery.Fate.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A coffee bar whose orders are processed by one processor after the other, each of which ends in another way. The effects of
 * the orders outlive them, and so do the offsets that they committed.
 */
final class Branch {

    private static final Duration PATIENCE = ofSeconds(20);
    /** The contract says five; a busy machine gets a few more. */
    private static final Duration STOPS_WITHIN = ofSeconds(8);
    /** Most processors have their first order long before. */
    private static final Duration LATE = ofSeconds(3);

    private final KafkaCluster kafka;
    private final Topic topic;
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
        this.topic = topic;
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
        work(effective, when, run -> {});
    }

    /** The same, and before it is stopped it has to commit what it has done. */
    void workUntilCommitted(Collection<String> effective, String when) {
        List<Position> places = effective.stream().map(orders::placeOf).toList();
        work(effective, when, run -> offsets().awaitCommitOf(places, run));
    }

    private void work(Collection<String> effective, String when, Consumer<Background> beforeItStops) {
        OrderProcessor processor = processors.get();
        try (Background run = Background.start("run", () -> shift.run(processor, Fate.NONE))) {
            awaitEffects(effective, when, run);
            beforeItStops.accept(run);
            stop(processor);
            try (Nudges nudges = nudgesOnceLeft()) {
                run.awaitNormalEnd(
                        STOPS_WITHIN,
                        "the processor should return within 5 s after stop(), also when no order comes any more");
            }
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
        ClosingTime fate = new ClosingTime(orderId, () -> stop(processor));
        try (Background run = Background.start("run", () -> shift.run(processor, fate))) {
            awaitStart(orderId, run);
            try (Nudges nudges = nudgesOnceLeft()) {
                run.awaitNormalEnd(
                        PATIENCE,
                        orderId + " should come up, and the processor, stopped with it in hand, should return");
            }
        }
        fate.failIfOthersWereInHand();
        if (!effects().contains(orderId)) {
            fail(
                    "The processor returned before %s took effect: it should go on until stop() is called, and then finish the"
                            + " order in hand",
                    orderId);
        }
        incidents.put(orderId, "the processor was stopped with it in hand");
        handOver();
    }

    /** If nothing comes up for a while, a late order tells a processor that started at the end from one that is slow. */
    private void awaitStart(String orderId, Background run) {
        long begun = System.nanoTime();
        AtomicReference<String> late = new AtomicReference<>();
        Await.within(PATIENCE)
                .until(
                        orderId + " to come up",
                        () -> {
                            if (late.get() == null && System.nanoTime() - begun > LATE.toNanos()) {
                                late.set(orders.placeAfter(orderId));
                            }
                            List<String> effects = effects();
                            if (effects.contains(late.get()) && !effects.contains(orderId)) {
                                fail(
                                        "%s took effect, which was placed when the processor was running already, and %s, placed"
                                                + " before it in the same partition, did not: where the group has committed"
                                                + " nothing, the processor should start at the beginning",
                                        late, orderId);
                            }
                            return effects.contains(orderId) || !run.isRunning();
                        },
                        () -> "nothing came up");
    }

    /** How long a processor's close() waits for the broker is of no interest; how long its poll() takes to notice a stop is. */
    private Nudges nudgesOnceLeft() {
        return Nudges.onceLeft(kafka, shift.groupId(), topic.allPartitions());
    }

    private static void stop(OrderProcessor processor) {
        try (Background stop = Background.start("stop()", processor::stop)) {
            stop.awaitNormalEnd(STOPS_WITHIN, "stop() should return at once");
        }
    }

    /**
     * The cluster freezes with the first order in hand, so that no commit arrives any more, and goes on when the processor
     * stands still, too.
     *
     * @throws AssertionError if an order took effect that was not committed
     */
    void workInSilence() {
        OrderProcessor processor = processors.get();
        try (Silence silence = new Silence(kafka, offsets(), orders::placeOf);
                Background run = Background.start("run", () -> shift.run(processor, silence))) {
            Await.within(PATIENCE)
                    .until(
                            "the processor to take an order in hand, and to wait when the cluster stands still",
                            () -> silence.isOver() || !run.isRunning(),
                            () -> "it did not");
            silence.close();
            silence.finding().ifPresent(finding -> fail(finding));
            if (run.isRunning()) {
                stop(processor);
            } else if (!silence.hasFallen() || run.failure().isEmpty()) {
                run.failIfEnded("the processor should go on until stop() is called");
            }
            run.awaitEnd(PATIENCE, "the processor should return after stop(), now that the broker answers again");
            run.failure(); // allowed: the outage was too long for it
        }
        handOver();
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
        Afterwards watched = new Afterwards(fate.apply(deed), () -> failure.get() != null);
        OrderProcessor processor = processors.get();
        try (Background run = Background.start("run", () -> shift.run(processor, watched))) {
            Await.within(PATIENCE)
                    .until(
                            what + " to come up",
                            () -> failure.get() != null || !run.isRunning(),
                            () -> "the processor waits for more");
            try (Nudges nudges = nudgesOnceLeft()) {
                run.awaitEnd(PATIENCE, "what was thrown at " + what + " should end the processor");
            }
            Throwable end = run.failure().orElse(null);
            if (failure.get() == null) {
                run.failIfEnded("the processor should go on until stop() is called");
            }
            if (Stream.iterate(end, cause -> cause != null, Throwable::getCause)
                    .noneMatch(cause -> cause == failure.get())) {
                fail("The processor should end with \"" + failure.get().getMessage() + "\", but "
                        + (end == null ? "returned as if all were well" : "ended with " + end));
            }
            watched.begun()
                    .ifPresent(further -> fail(
                            "\"%s\" was thrown, and after that the processor began %s: it should begin no further order, as"
                                    + " the next processor starts where this one has failed",
                            failure.get().getMessage(), further));
        }
        handOver();
    }

    /** A processor in a process of its own is killed with this order in hand. */
    void dieAt(Moment moment, String orderId) {
        try (DoomedProcess process =
                DoomedProcess.start(processors.get().getClass(), shift, moment, orderId, folder.resolve(orderId))) {
            process.awaitItsMoment();
            offsets().awaitCommitUnderWay(orders.placeOf(orderId));
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

    /**
     * The next processor is in a group of its own that begins with the same committed offsets. In the same group it would have
     * to wait until the brokers have noticed that a dead member is dead, which takes 45 seconds unless it is set otherwise.
     */
    private void handOver() {
        Shift next = shift.inGroup(names.group("kitchen"));
        offsets().handOverTo(next.groupId());
        shift = next;
    }

    private KitchenOffsets offsets() {
        return new KitchenOffsets(kafka, shift.groupId(), shift.topic());
    }

    /** The ids of orders that took effect, in that sequence, as often as they did. */
    List<String> effects() {
        return new Books(shift.books(), Fate.NONE, shift.pace()).effects();
    }

    /** What has come of all orders so far. */
    Outcome outcome() {
        return new Outcome(effects(), orders, this::incidentsOf);
    }

    private String incidentsOf(Collection<String> ids) {
        return ids.stream()
                .filter(incidents::containsKey)
                .map(id -> "\n  " + id + ": " + incidents.get(id))
                .collect(Collectors.joining());
    }
}
