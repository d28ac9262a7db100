package io.kafkamastery.kit.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Waits until a cluster really serves. An open port proves little (a frozen broker still accepts connections), so the
 * brokers themselves are asked.
 */
public final class Readiness {

    private static final int REQUEST_MILLIS = 5_000;
    private static final long POLL_MILLIS = 20;

    private Readiness() {}

    /**
     * Waits until exactly these brokers have registered and are not fenced.
     *
     * @param stillWorthWaiting is asked before each look; it may throw to end the wait with its own reason
     * @throws ClusterException after the time limit, naming who is there and who is missing
     */
    public static void awaitBrokers(Admin admin, Set<Integer> ids, Duration limit, Runnable stillWorthWaiting) {
        awaitBrokers(admin, ids, Set::equals, limit, stillWorthWaiting);
    }

    /** The same, but does not mind who else is there or missing: another broker may just be frozen. */
    public static void awaitBrokersAmongOthers(
            Admin admin, Set<Integer> ids, Duration limit, Runnable stillWorthWaiting) {
        awaitBrokers(admin, ids, Set::containsAll, limit, stillWorthWaiting);
    }

    private static void awaitBrokers(
            Admin admin,
            Set<Integer> ids,
            BiPredicate<Set<Integer>, Set<Integer>> enough,
            Duration limit,
            Runnable stillWorthWaiting) {
        List<Integer> seen = new ArrayList<>();
        boolean complete = await(limit, () -> {
            stillWorthWaiting.run();
            seen.clear();
            seen.addAll(registered(admin));
            return enough.test(Set.copyOf(seen), ids);
        });
        if (!complete) {
            throw new ClusterException("After " + limit.toSeconds() + " s the brokers " + seen + " are registered, but "
                    + ids + " should be.");
        }
    }

    /**
     * Waits until every partition of every topic has a leader and all its replicas in sync, and no replica is on the move.
     *
     * @throws ClusterException after the time limit, naming the partitions that are not
     */
    public static void awaitHealthyPartitions(Admin admin, Duration limit) {
        awaitPartitions(admin, Readiness::isHealthy, limit, () -> {});
    }

    /**
     * Waits until every partition is healthy and led by its preferred replica.
     *
     * @param otherwise is called after each look that found one which is not
     * @throws ClusterException after the time limit, naming those partitions
     */
    static void awaitPreferredLeaders(Admin admin, Duration limit, Runnable otherwise) {
        awaitPartitions(
                admin,
                partition -> isHealthy(partition)
                        && partition.leader().id()
                                == partition.replicas().get(0).id(),
                limit,
                otherwise);
    }

    private static void awaitPartitions(
            Admin admin, Predicate<TopicPartitionInfo> good, Duration limit, Runnable otherwise) {
        List<String> others = new ArrayList<>();
        boolean allGood = await(limit, () -> {
            others.clear();
            others.addAll(partitionsNot(good, admin));
            if (!others.isEmpty()) {
                otherwise.run();
            }
            return others.isEmpty();
        });
        if (!allGood) {
            throw new ClusterException(
                    "After " + limit.toSeconds() + " s these partitions are still not healthy: " + others);
        }
    }

    /** Waits until something listens there; the caller then asks it whether it is ready. Returns whether it does. */
    public static boolean awaitListening(String host, int port, Duration limit, Runnable stillWorthWaiting) {
        return await(limit, () -> {
            stillWorthWaiting.run();
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), 1_000);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /**
     * Waits until a broker there answers a request, which it does only once the controller has let it in. More than
     * listening: the port of a container accepts connections from the moment the container starts.
     *
     * @param stillWorthWaiting is asked before each look; it may throw to end the wait with its own reason
     * @throws ClusterException after the time limit
     */
    public static void awaitAnswer(String host, int port, Duration limit, Runnable stillWorthWaiting) {
        boolean answered = await(limit, () -> {
            stillWorthWaiting.run();
            return answers(host, port);
        });
        if (!answered) {
            throw new ClusterException(
                    "No broker answers at " + host + ":" + port + " after " + limit.toSeconds() + " s.");
        }
    }

    /** Asks for the API versions, as every client does first, and is content with any answer. */
    private static boolean answers(String host, int port) {
        byte[] request = ByteBuffer.allocate(14)
                .putInt(10) // the size of what follows
                .putShort(ApiKeys.API_VERSIONS.id)
                .putShort((short) 0) // the API version
                .putInt(1) // the correlation id
                .putShort((short) -1) // no client id
                .array();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(request);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Collection<Integer> registered(Admin admin) {
        return ask(
                        admin.describeCluster(new DescribeClusterOptions().timeoutMs(REQUEST_MILLIS))
                                .nodes(),
                        List.<Node>of())
                .stream()
                .map(Node::id)
                .sorted()
                .toList();
    }

    private static List<String> partitionsNot(Predicate<TopicPartitionInfo> good, Admin admin) {
        Collection<TopicPartition> moving = ask(
                admin.listPartitionReassignments(new ListPartitionReassignmentsOptions().timeoutMs(REQUEST_MILLIS))
                        .reassignments()
                        .thenApply(Map::keySet),
                List.of());
        if (!moving.isEmpty()) {
            return moving.stream()
                    .map(partition -> partition + " (being moved)")
                    .toList();
        }
        Set<String> names = ask(
                admin.listTopics(new ListTopicsOptions().listInternal(true).timeoutMs(REQUEST_MILLIS))
                        .names(),
                null);
        if (names == null) {
            return List.of("(the list of topics could not be read)");
        }
        Collection<TopicDescription> topics = names.isEmpty()
                ? List.of()
                : ask(
                        admin.describeTopics(names, new DescribeTopicsOptions().timeoutMs(REQUEST_MILLIS))
                                .allTopicNames()
                                .thenApply(Map::values),
                        null);
        if (topics == null) {
            return List.of("(the topics could not be described)");
        }
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(partition -> !good.test(partition))
                        .map(partition -> topic.name() + "-" + partition.partition() + " (led by "
                                + partition.leader() + ", in sync " + ids(partition.isr()) + " of "
                                + ids(partition.replicas()) + ")"))
                .toList();
    }

    private static boolean isHealthy(TopicPartitionInfo partition) {
        return partition.leader() != null
                && !partition.leader().isEmpty()
                && partition.isr().size() == partition.replicas().size();
    }

    private static String ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::idString).collect(Collectors.joining(",", "[", "]"));
    }

    private static <T> T ask(KafkaFuture<T> future, T ifUnanswered) {
        try {
            return future.get(REQUEST_MILLIS + 1_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notYet) {
            return ifUnanswered;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean await(Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return true;
    }

    private static ClusterException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterException("Interrupted while waiting for the cluster", e);
    }
}
