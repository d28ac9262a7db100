package io.kafkamastery.week02.scaling;

import static io.kafkamastery.kit.cluster.Capability.ADD_BROKER;
import static io.kafkamastery.kit.probe.DeliveryAuditAssert.assertThat;
import static java.time.Duration.ofSeconds;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Moves replicas onto brokers that have none yet, quickly and at a crawl, and off a broker that leaves. */
@Lab(id = "2.8", title = "Scaling out")
@Brokers(3)
class ClusterGrowerLabTest {

    private static final long FAST = 200_000_000;
    /** A follower gets its first megabyte at once; after that, a quota this small stops it for many seconds. */
    private static final long CRAWLING = 10_000;

    private static final int LARGE_KILOBYTES = 3_000;

    private static final Duration LIMIT = ofSeconds(30);

    @Criterion(
            id = "a",
            value =
                    "Spreads replicas and leaders evenly after a fourth broker has joined: none has two more than another")
    @Requires(ADD_BROKER)
    void spreadsOverANewBroker(Supplier<ClusterGrower> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        List<Integer> ids = kafka.brokers().stream().map(Broker::id).toList();
        try (Site site = new Site(kafka)
                        .with(names.topic("orders"), everywhere(ids, 6))
                        .with(names.topic("payments"), everywhere(ids, 6));
                Site others = new Site(kafka).with(names.topic("news"), everywhere(ids, 6))) {
            site.addBroker();
            Crane crane = new Crane(lab, kafka);
            Move move = crane.startSpreading(site.topics(), FAST);
            crane.finish(move, LIMIT);

            failIfMoving(site, "finish() has returned");
            others.failUnlessUntouched(site.topics());
            List<Integer> all = kafka.brokers().stream().map(Broker::id).toList();
            Await.within(ofSeconds(4)).untilAsserted("finish() to leave evenly spread topics behind", () -> {
                Map<TopicPartition, TopicPartitionInfo> partitions = site.partitions();
                Layout.failUnlessHealthy(partitions, site.replication());
                Layout.failUnlessBalanced(partitions, all);
            });
        }
    }

    @Criterion(
            id = "b",
            value = "Keeps every partition fully replicated, and every acknowledged order, while orders keep coming")
    void losesNothing(Supplier<ClusterGrower> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        String orders = names.topic("orders");
        try (Site site = new Site(kafka).with(orders, onTwoOf(kafka, 6));
                OrderStream stream = new OrderStream(kafka, orders);
                ReplicaWatch watch = new ReplicaWatch(site)) {
            stream.awaitMore(50, "before the move");
            Crane crane = new Crane(lab, kafka);
            Move move = crane.startSpreading(Set.of(orders), FAST);
            stream.awaitMore(10, "after the move was started");
            crane.finish(move, LIMIT);
            long looks = watch.looks();
            Await.within(ofSeconds(10)).until("a look at the replicas after the move", () -> watch.looks() > looks + 2);
            watch.failIfAnythingWasShort();
            stream.awaitMore(50, "after the move");

            assertThat(stream.audit()).hasAcknowledgedAtLeast(100).hasLostNothing();
            failIfMoving(site, "finish() has returned");
            site.awaitHealthy("every partition to be healthy after the move");
        }
    }

    @Criterion(
            id = "c",
            value =
                    "Throttles a move where it is sent and where it is received, and takes the throttle away at the end")
    void throttles(Supplier<ClusterGrower> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        String orders = names.topic("orders");
        try (Site site = new Site(kafka).with(orders, onTwoOf(kafka, 3))) {
            site.fill(orders, List.of(LARGE_KILOBYTES, LARGE_KILOBYTES, LARGE_KILOBYTES));
            Map<TopicPartition, TopicPartitionInfo> before = site.partitions();
            Crane crane = new Crane(lab, kafka);
            Move move = crane.startSpreading(Set.of(orders), CRAWLING);

            ThrottleSettings throttle = throttleOfMove(site, before);
            crane.failUnlessOutOfTime(move, Duration.ofMillis(800), CRAWLING);
            failIfNothingMoves(site);
            try {
                throttleOfMove(site, before);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "After finish() ran out of time the move goes on, and should be throttled as before. "
                                + e.getMessage(),
                        e);
            }
            throttle.changeRates(kafka, FAST);
            crane.finish(move, LIMIT);

            failIfMoving(site, "finish() has returned");
            site.awaitHealthy("every partition to be healthy after the move");
            site.newReplicas()
                    .forEach((partition, added) -> failUnlessThrottled(throttle, CRAWLING, partition, before, added));
            site.failIfThrottled("finish() has returned");
        }
    }

    private static ThrottleSettings throttleOfMove(Site site, Map<TopicPartition, TopicPartitionInfo> before)
            throws Exception {
        ThrottleSettings throttle = site.throttle();
        Map<TopicPartition, Set<Integer>> added = site.newReplicas();
        if (added.values().stream().allMatch(Set::isEmpty)) {
            throw new AssertionError("A move was started, but no replica is being added anywhere");
        }
        added.forEach((partition, replicas) -> failUnlessThrottled(throttle, CRAWLING, partition, before, replicas));
        return throttle;
    }

    private static void failUnlessThrottled(
            ThrottleSettings throttle,
            long bytesPerSecond,
            TopicPartition partition,
            Map<TopicPartition, TopicPartitionInfo> before,
            Set<Integer> added) {
        int leader = before.get(partition).leader().id();
        added.forEach(newReplica -> throttle.failUnlessHeldTo(bytesPerSecond, partition, leader, newReplica));
    }

    @Criterion(
            id = "d",
            value =
                    "Cancels a move half-way: what was still moving is back where it was, and every partition is healthy")
    void cancels(Supplier<ClusterGrower> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        String orders = names.topic("orders");
        try (Site site = new Site(kafka).with(orders, onTwoOf(kafka, 6))) {
            site.fill(orders, List.of(LARGE_KILOBYTES, 1, LARGE_KILOBYTES, 1, LARGE_KILOBYTES, 1));
            Map<TopicPartition, TopicPartitionInfo> before = site.partitions();
            Crane crane = new Crane(lab, kafka);
            Move move = crane.startSpreading(Set.of(orders), CRAWLING);
            failIfNothingMoves(site);
            ThrottleSettings throttle = throttleOfMove(site, before);
            // Or the small ones would wait behind the large ones for their share of the quota.
            ThrottleSettings.restrictTo(Set.of(0, 2, 4), orders, kafka);
            Set<TopicPartition> stuck = new TreeSet<>(Layout.BY_NAME);
            Await.within(ofSeconds(20))
                    .until(
                            "the small partitions to arrive while the throttle holds up the large ones",
                            () -> {
                                stuck.clear();
                                stuck.addAll(site.moving());
                                return stuck.stream().allMatch(partition -> partition.partition() % 2 == 0);
                            },
                            () -> stuck + " were still being moved");
            throttle.throttleAgain(orders, kafka);
            failIfNothingMoves(site);
            crane.cancel(move);

            failIfMoving(site, "cancel() has returned");
            site.awaitHealthy("every partition to be healthy after cancel()");
            Await.within(ofSeconds(3))
                    .untilAsserted(
                            "what was still moving to be back where it was",
                            () -> site.partitions()
                                    .forEach((partition, info) -> failUnlessBack(partition, info, stuck, site)));
            site.failIfThrottled("cancel() has returned");
        }
    }

    private static void failUnlessBack(
            TopicPartition partition, TopicPartitionInfo info, Set<TopicPartition> stuck, Site site) {
        if (stuck.contains(partition) && !Set.copyOf(Site.ids(info.replicas())).equals(site.original(partition))) {
            throw new AssertionError(partition + " was still being moved when cancel() was called, so it should be on "
                    + site.original(partition) + " again, but it is " + Layout.described(info));
        }
    }

    @Criterion(id = "e", value = "Drains a broker of every replica, internal topics included, before it is taken away")
    @Requires(ADD_BROKER)
    void drains(Supplier<ClusterGrower> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        List<Integer> old = kafka.brokers().stream().map(Broker::id).toList();
        try (Site site = new Site(kafka)) {
            int leaving = site.addBroker().id();
            site.with(
                    names.topic("orders"),
                    List.of(
                            List.of(leaving, old.get(0), old.get(1)),
                            List.of(old.get(0), leaving, old.get(2)),
                            List.of(old.get(2), old.get(1), leaving),
                            List.of(old.get(1), old.get(2), old.get(0))));
            site.with(names.topic("payments"), List.of(List.of(leaving), List.of(old.get(2))));
            site.withExisting(Internals.withAReplicaOn(leaving, kafka, names.group("tills")));
            Map<TopicPartition, TopicPartitionInfo> before = site.partitions();

            Crane crane = new Crane(lab, kafka);
            Move move = crane.startDraining(leaving, FAST);
            ThrottleSettings throttle = site.throttle(); // until finish(), also of what has arrived meanwhile
            site.newReplicas()
                    .forEach((partition, added) -> failUnlessThrottled(throttle, FAST, partition, before, added));
            crane.finish(move, LIMIT);

            failIfMoving(site, "finish() has returned");
            site.awaitHealthy("every partition to be healthy after broker " + leaving + " was drained");
            Await.within(ofSeconds(3))
                    .untilAsserted(
                            "broker " + leaving + " to hold nothing",
                            () -> failIfOn(
                                    leaving,
                                    site.describe(kafka.admin()
                                            .listTopics(Internals.ALL)
                                            .names()
                                            .get())));
            site.failIfThrottled("finish() has returned");
        }
    }

    private static void failIfOn(int leaving, Map<TopicPartition, TopicPartitionInfo> partitions) {
        Map<TopicPartition, String> left = partitions.entrySet().stream()
                .filter(one -> Site.ids(one.getValue().replicas()).contains(leaving))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Layout.described(one.getValue())));
        if (!left.isEmpty()) {
            throw new AssertionError(
                    "Broker " + leaving + " is to be taken away, but it still holds replicas of " + left);
        }
    }

    private static void failIfMoving(Site site, String when) throws Exception {
        Set<TopicPartition> moving = site.moving();
        if (!moving.isEmpty()) {
            throw new AssertionError("When " + when + ", nothing should be moving any more, but the controller is still"
                    + " moving " + moving);
        }
        site.awaitNews();
    }

    private static void failIfNothingMoves(Site site) throws Exception {
        if (site.moving().isEmpty()) {
            throw new AssertionError("Megabytes are to be moved under a tight throttle, but nothing is being moved,"
                    + " though neither finish() nor cancel() was asked for that. " + site.throttle()
                    + " The partitions are: "
                    + site.partitions().values().stream().map(Layout::described).toList());
        }
    }

    /** Three replicas for each partition, the leaders in turn. */
    private static List<List<Integer>> everywhere(List<Integer> ids, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(i -> List.of(ids.get(i % 3), ids.get((i + 1) % 3), ids.get((i + 2) % 3)))
                .toList();
    }

    /** Two replicas for each partition, all on the same two brokers, as if the others had joined just now. */
    private static List<List<Integer>> onTwoOf(KafkaCluster kafka, int partitions) {
        int one = kafka.brokers().get(0).id();
        int other = kafka.brokers().get(1).id();
        return IntStream.range(0, partitions)
                .mapToObj(i -> i % 2 == 0 ? List.of(one, other) : List.of(other, one))
                .toList();
    }
}
