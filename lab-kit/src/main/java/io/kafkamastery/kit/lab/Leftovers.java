package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.process.HotClusters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/**
 * What tests have made on a cluster that lives on. Where it is the learner's own, that is deleted after each test. Where only
 * tests use it, nobody is made to wait: it is deleted when all tests are over and their verdicts known.
 */
final class Leftovers implements AutoCloseable {

    private static final Duration DELETED_WITHIN = Duration.ofSeconds(3);

    private record Names(Set<String> topics, Set<String> groups) {}

    private final Map<KafkaCluster, Names> names = new LinkedHashMap<>();

    /** Has the names of a test that is over deleted, used or not; unless the cluster ends with the tests anyway. */
    synchronized void add(KafkaCluster kafka, FreshNames test) {
        if (HotClusters.include(kafka)) {
            Names all = names.computeIfAbsent(kafka, key -> new Names(new HashSet<>(), new HashSet<>()));
            all.topics().addAll(test.topics());
            all.groups().addAll(test.groups());
        } else if (kafka.outlivesTests()) {
            delete(kafka, new Names(Set.copyOf(test.topics()), Set.copyOf(test.groups())));
        }
    }

    /** Deletes them, as far as possible: it is a courtesy, and no test depends on it. */
    @Override
    public synchronized void close() {
        names.forEach(Leftovers::delete);
        names.clear();
    }

    private static void delete(KafkaCluster kafka, Names names) {
        List<KafkaFuture<Void>> deleted = new ArrayList<>();
        deleted.addAll(kafka.admin()
                .deleteConsumerGroups(names.groups())
                .deletedGroups()
                .values());
        deleted.addAll(
                kafka.admin().deleteTopics(names.topics()).topicNameValues().values());
        try {
            for (KafkaFuture<Void> one : deleted) {
                await(one);
            }
        } catch (TimeoutException unreachable) {
            // Then there is nothing to clean up, or nobody to do it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(KafkaFuture<Void> deleted) throws InterruptedException, TimeoutException {
        try {
            deleted.get(DELETED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException notThereOrInUse) {
            // Many names were never used, and a group with members stays.
        }
    }
}
