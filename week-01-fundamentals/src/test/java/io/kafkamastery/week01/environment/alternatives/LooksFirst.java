package io.kafkamastery.week01.environment.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterTour;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import io.kafkamastery.week01.environment.TopicConflictException;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;

@Alternative("Looks at the topic before it creates it, waits with get(timeout), and closes by force")
final class LooksFirst implements ClusterTour {

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        Admin admin = open(bootstrapServers);
        try {
            return within(bootstrapServers, () -> {
                var cluster = admin.describeCluster();
                Map<Integer, String> brokers = new HashMap<>();
                for (Node node : get(cluster.nodes(), timeout)) {
                    brokers.put(node.id(), node.host() + ":" + node.port());
                }
                int leader = get(admin.describeMetadataQuorum().quorumInfo(), timeout)
                        .leaderId();
                return new ClusterReport(get(cluster.clusterId(), timeout), leader, brokers);
            });
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        Admin admin = open(bootstrapServers);
        try {
            return within(bootstrapServers, () -> {
                boolean there = get(admin.listTopics().names(), timeout).contains(topic);
                boolean created = !there && create(admin, topic, partitions, timeout);
                TopicDescription description = usable(admin, topic, timeout);
                if (description.partitions().size() != partitions) {
                    throw new TopicConflictException(
                            topic, description.partitions().size(), partitions);
                }
                return created ? TopicOutcome.CREATED : TopicOutcome.ALREADY_THERE;
            });
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static boolean create(Admin admin, String topic, int partitions, Duration timeout) throws Exception {
        try {
            get(
                    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                            .all(),
                    timeout);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static TopicDescription usable(Admin admin, String topic, Duration timeout) throws Exception {
        Instant end = Instant.now().plus(timeout);
        DescribeTopicsOptions quickly = new DescribeTopicsOptions().timeoutMs(1_000);
        while (Instant.now().isBefore(end)) {
            try {
                TopicDescription description = admin.describeTopics(Set.of(topic), quickly)
                        .allTopicNames()
                        .get()
                        .get(topic);
                if (description.partitions().stream()
                        .noneMatch(p -> p.leader() == null || p.leader().isEmpty())) {
                    return description;
                }
            } catch (ExecutionException notKnownYet) {
                Thread.onSpinWait();
            }
        }
        throw new TimeoutException("Topic " + topic + " is not usable");
    }

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        Admin admin = open(bootstrapServers);
        try {
            return within(
                    bootstrapServers,
                    () -> get(admin.listTopics().listings(), timeout).stream()
                            .filter(listing -> !listing.isInternal())
                            .map(TopicListing::name)
                            .collect(Collectors.toSet()));
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static Admin open(String bootstrapServers) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("client.id", "tour");
        return Admin.create(properties);
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future, Duration timeout) throws Exception {
        return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> T within(String bootstrapServers, Callable<T> work) {
        try {
            return work.call();
        } catch (TimeoutException e) {
            throw new ClusterUnreachableException("Gave up on " + bootstrapServers, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The tour of " + bootstrapServers + " failed", e);
        }
    }
}
