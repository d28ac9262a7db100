package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The topic in which Kafka keeps committed offsets, with a replica on a chosen broker. */
final class Internals {

    static final ListTopicsOptions ALL = new ListTopicsOptions().listInternal(true);

    private static final TopicPartition OFFSETS = new TopicPartition("__consumer_offsets", 0);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private Internals() {}

    /** As if the topic had been created when that broker was there already. Returns the topic's name. */
    static String withAReplicaOn(int broker, KafkaCluster kafka, String group) throws Exception {
        createOffsetsTopic(kafka, group);
        ReplicaProbe.Holders before = ReplicaProbe.of(kafka, OFFSETS).awaitAllInSync(LIMIT);
        List<Integer> with = new ArrayList<>(before.replicas());
        if (!with.contains(broker)) {
            with.set(with.size() - 1, broker);
        }
        kafka.admin()
                .alterPartitionReassignments(Map.of(OFFSETS, Optional.of(new NewPartitionReassignment(with))))
                .all()
                .get();
        Await.within(LIMIT)
                .until(
                        "broker " + broker + " to hold a replica of " + OFFSETS,
                        () -> kafka.admin()
                                        .listPartitionReassignments(Set.of(OFFSETS))
                                        .reassignments()
                                        .get()
                                        .isEmpty()
                                && ReplicaProbe.of(kafka, OFFSETS)
                                        .holders()
                                        .inSync()
                                        .equals(Set.copyOf(with)));
        return OFFSETS.topic();
    }

    /** It comes into being when the first group needs it. */
    private static void createOffsetsTopic(KafkaCluster kafka, String group) {
        Await.within(LIMIT).until(OFFSETS + " to be there", () -> {
            Set<String> names = kafka.admin().listTopics(ALL).names().get();
            if (names.contains(OFFSETS.topic())) {
                return true;
            }
            String any = names.iterator().next();
            kafka.admin()
                    .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(any, 0), new OffsetAndMetadata(0)));
            return false;
        });
    }
}
