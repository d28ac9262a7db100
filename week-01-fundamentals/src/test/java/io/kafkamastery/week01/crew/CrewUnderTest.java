package io.kafkamastery.week01.crew;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.Nudges;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Leads a crew through a criterion, and holds what it says of itself against what the group coordinator knows. */
final class CrewUnderTest implements AutoCloseable {

    /** A rebalance takes a few heartbeats of the members, which some clusters ask for every five seconds only. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(4);
    private static final Duration HANDLED_WITHIN = Duration.ofSeconds(20);
    private static final Duration LEFT_WITHIN = Duration.ofSeconds(20);
    /** What waits for nothing takes no time, except on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration MARKED_AGAIN_AFTER = Duration.ofMillis(500);

    private final OrderCrew crew;
    private final KafkaCluster kafka;
    private final String groupId;
    private final Topic topic;
    private final HandledOrders handled;
    private final Set<String> onDuty = new TreeSet<>();
    private boolean offsetsCount;
    private boolean closing;

    private CrewUnderTest(OrderCrew crew, KafkaCluster kafka, String groupId, Topic topic, HandledOrders handled) {
        this.crew = crew;
        this.kafka = kafka;
        this.groupId = groupId;
        this.topic = topic;
        this.handled = handled;
    }

    static CrewUnderTest start(OrderCrew crew, KafkaCluster kafka, String groupId, Topic topic, HandledOrders handled) {
        CrewUnderTest started = new CrewUnderTest(crew, kafka, groupId, topic, handled);
        call("start", () -> crew.start(kafka.bootstrapServers(), groupId, topic.name(), handled));
        return started;
    }

    /** For criteria that count offsets after this crew: it is closed without anything else being written meanwhile. */
    CrewUnderTest leavingOffsetsAsTheyAre() {
        offsetsCount = true;
        return this;
    }

    void hire(String... workers) {
        for (String worker : workers) {
            try (Background hiring = Background.start("hire(" + worker + ")", () -> crew.hire(worker))) {
                hiring.awaitNormalEnd(
                        AT_ONCE, "hire(" + worker + ") should return without waiting for the partitions of " + worker);
            }
            onDuty.add(worker);
            roster();
        }
    }

    /** What the crew says of itself; whoever was hired has to be in it. */
    Roster roster() {
        Roster roster = answer("roster()", crew::roster);
        assertThat(roster.partitions().keySet())
                .as("who is on the roster (%s): everybody on duty has to be, with partitions or without", roster)
                .isEqualTo(onDuty);
        return roster;
    }

    /** Checks that whoever asks for the roster at this moment is answered, whatever the answer. */
    void assertRosterAnswers(String moment) {
        try (Background asking = Background.start("roster()", crew::roster)) {
            asking.awaitNormalEnd(AT_ONCE, "roster() may be called at any time, and should return " + moment);
        }
    }

    /**
     * Waits until the group coordinator has settled on a member for each worker, with so many partitions each, and the crew
     * reports just that.
     */
    Roster awaitShares(Integer... sizes) {
        List<Set<Integer>> settled = awaitSettled(Stream.of(sizes).sorted().toList());
        AtomicReference<Roster> seen = new AtomicReference<>();
        Await.within(REPORTED_WITHIN)
                .until(
                        "the roster to say what the group " + groupId + " has settled on, which is " + settled,
                        () -> {
                            seen.set(roster());
                            return sorted(seen.get().partitions().values()).equals(settled);
                        },
                        () -> "it says " + seen.get());
        return seen.get();
    }

    private List<Set<Integer>> awaitSettled(List<Integer> sizes) {
        AtomicReference<List<GroupProbe.Member>> seen = new AtomicReference<>(List.of());
        GroupProbe group = GroupProbe.of(kafka, groupId);
        Await.within(SETTLED_WITHIN)
                .until(
                        "group " + groupId + " to settle with a member for each of " + onDuty
                                + ", and with so many partitions each: " + sizes,
                        () -> {
                            Roster roster = roster(); // first: what it says, the coordinator must know by now
                            seen.set(group.members());
                            assertMembers(roster, seen.get());
                            return shares(seen.get()).stream()
                                            .map(Set::size)
                                            .sorted()
                                            .toList()
                                            .equals(sizes)
                                    && group.state() == GroupState.STABLE;
                        },
                        () -> "its members are " + seen.get());
        return shares(seen.get());
    }

    private void assertMembers(Roster roster, List<GroupProbe.Member> members) {
        long busy = roster.partitions().values().stream()
                .filter(share -> !share.isEmpty())
                .count();
        if (members.size() < busy) {
            throw new AssertionError("The roster says: " + roster + ". But "
                    + (members.isEmpty()
                            ? "nobody is in the group " + groupId
                            : "the group " + groupId + " has only " + members)
                    + ". Each worker has to be a member of that very group, in its own right.");
        }
    }

    private static List<Set<Integer>> shares(List<GroupProbe.Member> members) {
        return sorted(members.stream()
                .map(member -> member.partitions().stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toSet()))
                .toList());
    }

    private static List<Set<Integer>> sorted(Collection<Set<Integer>> shares) {
        List<Set<Integer>> sorted =
                new ArrayList<>(shares.stream().<Set<Integer>>map(TreeSet::new).toList());
        sorted.sort(Comparator.comparing(Set::toString));
        return sorted;
    }

    void awaitHandled(Collection<String> written) {
        Await.within(HANDLED_WITHIN)
                .until(
                        "all " + written.size() + " orders to be handled",
                        () -> handled.missing(written).isEmpty(),
                        () -> handled.missing(written).size() + " were not, for example "
                                + handled.missing(written).get(0));
    }

    /**
     * Waits until the crew is past all that stands in the topic now: it has handled an order that was written after that,
     * in every partition. What has not been handled by then, never will be.
     */
    void awaitPastTheEnd() {
        AtomicReference<Long> marked = new AtomicReference<>();
        Await.within(HANDLED_WITHIN)
                .until(
                        "orders that were written last into each partition of " + topic + " to be handled",
                        () -> {
                            markEveryPartition(marked);
                            return handled.partitionsWithMarker().size() == topic.partitions();
                        },
                        () -> "that happened only in " + new TreeSet<>(handled.partitionsWithMarker()));
    }

    /** Once, and again from time to time: a reader that starts at the end may well start behind the first marker. */
    private void markEveryPartition(AtomicReference<Long> marked) {
        long now = System.nanoTime();
        if (marked.get() == null || now - marked.get() > MARKED_AGAIN_AFTER.toNanos()) {
            TopicWriter.of(kafka, topic.name())
                    .write(topic.allPartitions().stream()
                            .map(partition -> Seed.of("customer-" + partition.partition(), HandledOrders.MARKER + now)
                                    .partition(partition.partition()))
                            .toList());
            marked.set(now);
        }
    }

    /** Dismisses a worker; the dismissal may still be under way when this returns. */
    Dismissal beginDismissal(String worker) {
        onDuty.remove(worker);
        return Dismissal.begin("dismiss(" + worker + ")", worker, () -> crew.dismiss(worker));
    }

    /** Closes the crew, of which only this worker is on duty; that may still be under way when this returns. */
    Dismissal beginClosing(String worker) {
        onDuty.clear();
        closing = true;
        return Dismissal.begin("close()", worker, crew::close);
    }

    /** Dismisses a worker, who then has to be out of the group. */
    void dismiss(String worker) {
        awaitEnd(beginDismissal(worker));
        assertLeft(worker);
    }

    /** Waits until the dismissed worker has left. How long it would wait for more orders is of no interest here. */
    void awaitEnd(Dismissal dismissal) {
        try (Nudges nudges = Nudges.to(kafka, topic.allPartitions())) {
            dismissal.awaitEnd();
        }
    }

    void assertLeft(String worker) {
        List<GroupProbe.Member> members = GroupProbe.of(kafka, groupId).members();
        assertThat(members)
                .as(
                        "members of group %s, right after %s was dismissed: one for each of %s. A worker that has not said"
                                + " goodbye keeps its partitions until its session times out",
                        groupId, worker, onDuty)
                .hasSize(onDuty.size());
    }

    @Override
    public void close() {
        if (closing) {
            return; // the test does it itself
        }
        onDuty.clear();
        List<TopicPartition> nudged = offsetsCount ? List.of() : topic.allPartitions();
        try (Background closing = Background.start("close()", crew::close);
                Nudges nudges = Nudges.to(kafka, nudged)) {
            closing.awaitNormalEnd(LEFT_WITHIN, "close() should return once all workers have left");
        }
    }

    static void call(String what, Runnable task) {
        answer(what, () -> {
            task.run();
            return what;
        });
    }

    /** Whatever the crew throws becomes a sentence; a TODO stays recognisable as its cause. */
    static <T> T answer(String what, Supplier<T> task) {
        T answer;
        try {
            answer = task.get();
        } catch (RuntimeException e) {
            throw new AssertionError(what + " should just do its work, but it threw " + e, e);
        }
        assertThat(answer).as("what %s returns", what).isNotNull();
        return answer;
    }
}
