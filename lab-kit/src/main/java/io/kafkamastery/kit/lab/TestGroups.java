package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Deletes the groups that a test has left on a cluster that somebody goes on using. */
final class TestGroups {

    private TestGroups() {}

    /** As far as possible: many of the names were never used for a group, and a group with members stays. */
    static void delete(KafkaCluster kafka, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        for (KafkaFuture<Void> deleted :
                kafka.admin().deleteConsumerGroups(names).deletedGroups().values()) {
            try {
                deleted.get();
            } catch (ExecutionException notThereOrInUse) {
                // It is a courtesy, and no test depends on it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
