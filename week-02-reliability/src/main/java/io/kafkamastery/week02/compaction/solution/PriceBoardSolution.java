package io.kafkamastery.week02.compaction.solution;

import io.kafkamastery.week02.compaction.PriceBoard;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import io.kafkamastery.week02.compaction.Upkeep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A table in a log: the last record of each key is a row, and a null takes the row away. */
public final class PriceBoardSolution implements PriceBoard {

    private static final Duration POLL = Duration.ofMillis(200);

    // region: create
    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        Map<String, String> settings = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT, // and not delete as well: a price is not wrong because it is old
                // Closes segments in time, and has them compacted however little has changed. The defaults are a week,
                // and half of the log.
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis(upkeep.compactedWithin()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, // of tombstones
                millis(upkeep.tombstonesKept()));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings);
            answer(admin.createTopics(List.of(wanted)).all().toCompletionStage().toCompletableFuture());
        }
    }
    // endregion

    // region: publish
    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        changes.forEach(PriceBoardSolution::requireItem); // all of them, before the first is sent
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            changes.forEach(change -> sent.add(producer.send(record(topic, change))));
            producer.flush();
            sent.forEach(PriceBoardSolution::answer);
        }
    }

    private static void requireItem(PriceChange change) {
        if (change.item() == null) {
            throw new IllegalArgumentException(
                    "A change without an item cannot be published, as the item is the record's key: " + change);
        }
    }

    private static ProducerRecord<String, String> record(String topic, PriceChange change) {
        // An empty text would be a value: the item would stay in the log for ever. Null is a tombstone.
        String value = change instanceof NewPrice price ? String.valueOf(price.cents()) : null;
        return new ProducerRecord<>(topic, change.item(), value);
    }
    // endregion

    // region: rebuild
    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Long> board = new HashMap<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (isBehind(consumer, ends)) {
                consumer.poll(POLL).forEach(record -> apply(record, board));
            }
        }
        return board;
    }

    private static void apply(ConsumerRecord<String, String> record, Map<String, Long> board) {
        if (record.value() == null) {
            board.remove(record.key()); // its earlier prices may still be in the log
        } else {
            board.put(record.key(), Long.valueOf(record.value()));
        }
    }

    /** Compares positions, as compaction leaves holes: there are fewer records than offsets. */
    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
    // endregion

    private static Consumer<String, String> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // close() waits for the fetch that is under way, and a broker holds that back for 0.5 s in case more
                // comes. Whoever has reached the end does not want more.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static void answer(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the cluster", e);
        }
    }

    private static String millis(Duration span) {
        return String.valueOf(span.toMillis());
    }
}
