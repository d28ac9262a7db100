package io.kafkamastery.week01.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.Nudges;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A reader under test that reads in the background, from its start to its end. */
final class ReaderRun implements AutoCloseable {

    /** For joining a group and reading a handful of orders; a cluster of one's own may hold back a new group for 3 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** The contract says three seconds; a busy machine gets one more. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(4);

    /** The contract says five seconds; a busy machine gets one more. */
    private static final Duration COMMITS_WITHIN = Duration.ofSeconds(6);
    /** Closing a consumer takes a moment, and the contract names no time. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private static final Duration TEMPTED_AFTER = Duration.ofMillis(700);
    /** What waits for nothing takes no time, except on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    private final OrderReader reader;
    private final Background run;
    private final KafkaCluster kafka;
    private final String groupId;
    private final GroupProbe group;
    private final Topic topic;
    private final Barista barista;

    private ReaderRun(
            OrderReader reader, Background run, KafkaCluster kafka, String groupId, Topic topic, Barista barista) {
        this.reader = reader;
        this.run = run;
        this.kafka = kafka;
        this.groupId = groupId;
        this.group = GroupProbe.of(kafka, groupId);
        this.topic = topic;
        this.barista = barista;
    }

    static ReaderRun start(OrderReader reader, KafkaCluster kafka, String groupId, Topic topic, Barista barista) {
        Background run = Background.start(
                "run", () -> reader.run(kafka.bootstrapServers(), groupId, topic.name(), barista, barista));
        return new ReaderRun(reader, run, kafka, groupId, topic, barista);
    }

    /** Waits for something that only happens while {@code run} goes on. */
    void await(String expected, Callable<Boolean> condition, Supplier<String> observed) {
        Await.within(PATIENCE)
                .until(
                        expected,
                        () -> {
                            failIfEnded();
                            failIfOrdersAreRejected();
                            return condition.call();
                        },
                        observed,
                        run);
    }

    void failIfEnded() {
        run.failIfEnded("run should go on until stop() is called");
    }

    private void failIfOrdersAreRejected() {
        if (!barista.expectsRejects()) {
            barista.rejected().stream()
                    .findFirst()
                    .ifPresent(record -> fail(
                            "The record in %s is an order, but it went to the rejects, with the reason '%s'",
                            Barista.place(record), record.reason()));
        }
    }

    private String messageOfCrash() {
        return barista.crash().map(Throwable::getMessage).orElse("no exception");
    }

    void awaitHandled(Collection<Order> orders) {
        await(
                "the handler to be given " + ids(orders),
                () -> ids(barista.handled()).containsAll(ids(orders)),
                () -> "it has only seen " + ids(barista.handled()));
    }

    /** Waits until the group has committed all there is; the reader has handled it already. */
    void awaitNoLag(Topic topic) {
        Await.within(COMMITS_WITHIN)
                .until(
                        "everything handled to be committed while the reader waits for more",
                        () -> group.totalLag(topic.name()) == 0,
                        () -> "the lag is " + group.lag(topic.name())
                                + ": if the machine failed now, all of that would come again",
                        run);
    }

    /** Waits until the reader is a member of its group and waits for records: joining happens within {@code poll()}. */
    void awaitMembership() {
        group.awaitMembers(1, PATIENCE, run);
    }

    /** Checks that this reader is the one member of its group. */
    void assertMembership() {
        List<GroupProbe.Member> members = group.members();
        failIfEnded();
        assertThat(members)
                .as("the members of the group while the reader reads: subscribe() joins it, assign() does not")
                .hasSize(1);
    }

    Order awaitPause() {
        await(
                "the handler to have its next order in hand",
                () -> barista.pausedAt() != null,
                () -> "it has handled " + ids(barista.handled()) + " and waits for more");
        return barista.pausedAt();
    }

    /**
     * Waits until {@code run} has ended with what handler or rejects threw, and has handed over nothing after that. Whoever
     * goes on instead gets something to go on with, and shows it.
     */
    void awaitCrash(OrderBook book) {
        Await.within(PATIENCE)
                .until(
                        "handler or rejects to be called until they throw",
                        this::hasCrashed,
                        () -> "they were not called that far: handled are " + ids(barista.handled()));
        long crashedNanos = System.nanoTime();
        AtomicBoolean tempted = new AtomicBoolean();
        try (Nudges nudges = Nudges.to(kafka, topic.allPartitions())) {
            Await.within(ENDS_WITHIN)
                    .until(
                            "the exception that the handler or the rejects threw to end run",
                            () -> {
                                failIfOrdersAreRejected();
                                if (System.nanoTime() - crashedNanos > TEMPTED_AFTER.toNanos()
                                        && tempted.compareAndSet(false, true)) {
                                    book.writeOrders(1);
                                }
                                return !run.isRunning()
                                        || !barista.calledAfterCrash().isEmpty();
                            },
                            () -> "it still runs after " + messageOfCrash());
        }
        assertThat(barista.calledAfterCrash())
                .as("what run still handed over after %s: it should have ended", messageOfCrash())
                .isEmpty();
        run.awaitEnd(AT_ONCE, "run should end with the exception");
        Throwable failure = run.failure().orElse(null);
        if (causes(failure).noneMatch(cause -> cause == barista.crash().orElse(null))) {
            fail(
                    messageOfCrash() + ": run should end with this exception, or with one that has it as a cause, but "
                            + (failure == null ? "returned as if all were well" : "ended with " + failure),
                    failure);
        }
        assertLeft("after run has ended with an exception");
    }

    private boolean hasCrashed() {
        failIfOrdersAreRejected();
        boolean running = run.isRunning(); // first: it may crash and end in between
        if (barista.crash().isEmpty() && !running) {
            failIfEnded();
        }
        return barista.crash().isPresent();
    }

    /** Stops the reader and checks that it ends as it should. */
    void stop() {
        requestStop();
        awaitStopped();
    }

    void requestStop() {
        requestStop(reader);
    }

    /** Calls {@code stop()} from another thread, as a shutdown hook would. */
    static void requestStop(OrderReader reader) {
        try (Background stop = Background.start("stop()", reader::stop)) {
            stop.awaitNormalEnd(AT_ONCE, "stop() should return at once");
        }
    }

    /** Waits for the end of a reader that was stopped. How long it would wait for more orders is of no interest here. */
    void awaitStopped() {
        awaitStopped(Nudges.to(kafka, topic.allPartitions()));
    }

    /** The same for a reader that has nothing to read, and has to find out by itself that it is to stop. */
    void awaitStoppedByItself() {
        awaitStopped(Nudges.onceLeft(kafka, groupId, topic.allPartitions()));
    }

    private void awaitStopped(Nudges meanwhile) {
        try (meanwhile) {
            run.awaitNormalEnd(STOPS_WITHIN, "run should return within 3 s after stop()");
        }
        assertLeft("after run has returned");
    }

    /** The goodbye may be on its way for a moment; a member who said none stays for its session time-out, 45 s. */
    private void assertLeft(String when) {
        Await.within(AT_ONCE)
                .until(
                        "nobody to be in the group " + when,
                        () -> group.members().isEmpty(),
                        () -> "there is still " + group.members() + ": close the consumer, and let it say goodbye");
    }

    @Override
    public void close() {
        run.close();
    }

    /** As they are called, in the order given; repetitions are left out. */
    static Set<String> ids(Collection<Order> orders) {
        Set<String> ids = new LinkedHashSet<>();
        orders.forEach(order -> ids.add(order.orderId()));
        return ids;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
