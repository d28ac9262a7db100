package io.kafkamastery.week02.delivery;

import static io.kafkamastery.week02.delivery.Fate.Moment.AFTER;
import static io.kafkamastery.week02.delivery.Fate.Moment.BEFORE;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.TopicProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.io.TempDir;

/** Lets processors be stopped, fail, and be killed at chosen moments, and counts the effects of each order afterwards. */
@Lab(id = "2.6", title = "Delivery semantics")
@Brokers(1)
class OrderProcessorLabTest {

    private static final int PARTITIONS = 2;
    private static final int PARTITIONS_AFTER_GROWTH = 5;
    /** Be it 500, by default, or 1,000: what comes after that was fetched, too, and is committed later. */
    private static final int MORE_THAN_A_POLL = 1_100;

    @Criterion(
            id = "a",
            value =
                    "At most once: lets no order take effect twice, whenever it crashes, and loses none without a crash")
    @Requires(Capability.PAUSE)
    void atMostOnce(
            Supplier<OrderProcessor> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = PARTITIONS) Topic orders,
            FreshNames names,
            @TempDir Path folder) {
        Branch branch = new Branch(Guarantee.AT_MOST_ONCE, lab, kafka, orders, names, folder, Duration.ZERO);
        worksInPeace(branch);
        branch.failAt(BEFORE, branch.order(4).get(1));
        branch.failAt(AFTER, branch.order(4).get(1));
        branch.dieAt(AFTER, branch.order(4).get(1));
        branch.workUntil(branch.order(2), "after the crash of another processor, because they were placed later");
        branch.outcome().assertNoneTwice();

        branch.order(MORE_THAN_A_POLL);
        branch.workInSilence();
        branch.outcome().assertNoneTwice();
    }

    @Criterion(
            id = "b",
            value =
                    "At least once: loses no order, whenever it crashes, and lets none take effect twice without a crash")
    void atLeastOnce(
            Supplier<OrderProcessor> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = PARTITIONS) Topic orders,
            FreshNames names,
            @TempDir Path folder) {
        Branch branch = new Branch(Guarantee.AT_LEAST_ONCE, lab, kafka, orders, names, folder, Duration.ZERO);
        worksInPeace(branch);
        branch.failAt(BEFORE, branch.order(4).get(1));
        branch.failAt(AFTER, branch.order(4).get(1));
        branch.dieAt(BEFORE, branch.order(4).get(1));
        branch.workUntil(branch.order(2), "after the crash of another processor");
        branch.outcome().assertNoneLost();

        branch.workUntilCommitted(branch.orderLast("evening", PARTITIONS), "in the evening");
    }

    @Criterion(
            id = "c",
            value =
                    "Effectively once: charges each order once, whenever it crashes, and wherever the order comes again",
            seconds = 90)
    void effectivelyOnce(
            Supplier<OrderProcessor> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = PARTITIONS) Topic orders,
            FreshNames names,
            @TempDir Path folder) {
        Branch branch = new Branch(Guarantee.EFFECTIVELY_ONCE, lab, kafka, orders, names, folder, Duration.ZERO);
        worksInPeace(branch);
        branch.failAt(BEFORE, branch.order(4).get(1));
        branch.dieAt(BEFORE, branch.order(4).get(1));
        branch.dieAt(AFTER, branch.order(4).get(1));
        branch.workUntil(branch.orderLast("evening", PARTITIONS), "after the crash of another processor");
        branch.outcome().assertNoneLost();
        branch.outcome().assertNoneTwice();

        grow(kafka, orders);
        branch.sendAllAgain();
        branch.workUntilCommitted(
                branch.orderLast("night", PARTITIONS_AFTER_GROWTH), "after the topic has got more partitions");
        branch.outcome().assertNoneLost();
        branch.outcome().assertNoneTwice();
    }

    /** Stopping is no crash: whatever the guarantee, every order takes effect once. */
    private static void worksInPeace(Branch branch) {
        branch.stopAt(branch.order(4).get(1));
        branch.workUntil(
                branch.orderLast("morning", PARTITIONS), "when a processor goes on where another one was stopped");
        branch.outcome().assertNoneLost();
        branch.outcome().assertNoneTwice();
    }

    private static void grow(KafkaCluster kafka, Topic orders) {
        kafka.admin().createPartitions(Map.of(orders.name(), NewPartitions.increaseTo(PARTITIONS_AFTER_GROWTH)));
        TopicProbe probe = TopicProbe.of(kafka, orders.name());
        Await.within(Duration.ofSeconds(20))
                .until(
                        PARTITIONS_AFTER_GROWTH + " partitions of " + orders + " to have leaders",
                        () -> probe.partitions() == PARTITIONS_AFTER_GROWTH
                                && probe.endOffsets().size() == PARTITIONS_AFTER_GROWTH);
    }

    @Criterion(id = "d", value = "Tells which guarantees a trace has kept, and takes no repetition for an effect")
    void judgesTraces(OrderProcessor lab) {
        for (Trace trace : Trace.ALL) {
            Set<Guarantee> answer = lab.guaranteesOf(trace.events());
            if (!trace.kept().equals(answer)) {
                throw new AssertionError("%s. This keeps %s, but the answer was %s:\n%s"
                        .formatted(trace.story(), named(trace.kept()), answer, trace.lines()));
            }
        }
    }

    private static String named(Set<Guarantee> guarantees) {
        return guarantees.isEmpty()
                ? "no guarantee"
                : EnumSet.copyOf(guarantees).toString();
    }
}
