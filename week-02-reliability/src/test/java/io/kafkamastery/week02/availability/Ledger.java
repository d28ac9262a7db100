package io.kafkamastery.week02.availability;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends stamps to a topic, and keeps the receipts. */
final class Ledger {

    private final KafkaCluster kafka;
    private final Topic topic;
    private final List<Receipt> receipts = new ArrayList<>();

    Ledger(KafkaCluster kafka, Topic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** Sends one order for each id to this partition, and returns the receipts. */
    List<Receipt> send(int partition, List<String> ids) {
        List<RecordMetadata> places = TopicWriter.of(kafka, topic.name())
                .write(ids.stream()
                        .map(id -> Seed.of(id, "a stamp for " + id).partition(partition))
                        .toList());
        List<Receipt> sent = IntStream.range(0, ids.size())
                .mapToObj(i -> new Receipt(ids.get(i), partition, places.get(i).offset()))
                .toList();
        receipts.addAll(sent);
        return sent;
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }
}
