package io.kafkamastery.week02.compaction.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.compaction.PriceBoard;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.Upkeep;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;

@Alternative("Sends one change after the other without idempotence, and reads as the only member of a group of its own")
final class SubscribesWithAFreshGroup implements PriceBoard {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<String, String> first = Map.of("cleanup.policy", "compact");
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) -1).configs(first)))
                    .all()
                    .get();
            List<AlterConfigOp> more = List.of(
                    set(
                            "max.compaction.lag.ms",
                            Math.max(1, upkeep.compactedWithin().toMillis() / 2)),
                    set("segment.ms", Math.max(1, upkeep.compactedWithin().toMillis() / 2)),
                    set("delete.retention.ms", upkeep.tombstonesKept().toMillis()));
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), more))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("No topic " + topic, e);
        }
    }

    private static AlterConfigOp set(String name, long value) {
        return new AlterConfigOp(new ConfigEntry(name, Long.toString(value)), AlterConfigOp.OpType.SET);
    }

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        if (changes.stream().anyMatch(change -> change.item() == null)) {
            throw new IllegalStateException("Refused", new IllegalArgumentException("There is a change without item"));
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "enable.idempotence", false, "acks", "all");
        try (var serde = Serdes.String();
                var producer = new KafkaProducer<>(settings, serde.serializer(), serde.serializer())) {
            for (PriceChange change : changes) {
                String cents = change instanceof PriceChange.NewPrice price ? "" + price.cents() : null;
                producer.send(new ProducerRecord<>(topic, change.item(), cents)).get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Not published", e);
        }
    }

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "board-" + UUID.randomUUID(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        Map<String, Long> board = new TreeMap<>();
        Map<TopicPartition, Long> ends = ends(bootstrapServers, topic);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            boolean atTheEnd = false;
            while (!atTheEnd) {
                for (ConsumerRecord<String, String> change : consumer.poll(Duration.ofMillis(100))) {
                    board.compute(
                            change.key(),
                            (item, before) -> change.value() == null ? null : Long.valueOf(change.value()));
                }
                Collection<TopicPartition> mine = consumer.assignment();
                atTheEnd = mine.containsAll(ends.keySet())
                        && mine.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
        return board;
    }

    private static Map<TopicPartition, Long> ends(String bootstrapServers, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions();
            return admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(
                                    info -> new TopicPartition(topic, info.partition()), info -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("No topic " + topic, e);
        }
    }
}
