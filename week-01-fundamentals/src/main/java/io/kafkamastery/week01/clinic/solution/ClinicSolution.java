package io.kafkamastery.week01.clinic.solution;

import io.kafkamastery.week01.clinic.Clinic;
import io.kafkamastery.week01.clinic.SizeLimits;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Asks the cluster first, and changes as little as helps. */
public final class ClinicSolution implements Clinic {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Whoever is in good health answers the first question within milliseconds. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(4);

    // region: rewind
    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        String group = settings.get(ConsumerConfig.GROUP_ID_CONFIG).toString();
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> question = partitions(admin, topic).stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            answer(admin.listOffsets(question).all())
                    .forEach((partition, offset) -> beginning.put(partition, new OffsetAndMetadata(offset.offset())));
            answer(admin.alterConsumerGroupOffsets(group, beginning).all());
        }
        // Asked only where nothing is committed, as in partitions that are added one day.
        return with(settings, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }
    // endregion

    // region: slow
    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        Duration betweenPolls = noticedWithin.dividedBy(2);
        long orders = betweenPolls.dividedBy(2).dividedBy(perOrder); // half of the time is reserve
        Map<String, Object> patient =
                with(settings, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.toIntExact(betweenPolls.toMillis()));
        return with(patient, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.toIntExact(Math.max(1, orders)));
    }
    // endregion

    // region: limits
    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        int needed = largestOrderBytes + 1_000; // the key, and what a batch says about itself
        int producerBytes = new ProducerConfig(settings).getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        int topicBytes;
        try (Admin admin = Admin.create(settings)) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            topicBytes = Integer.parseInt(
                    answer(admin.describeConfigs(List.of(resource)).all())
                            .get(resource)
                            .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                            .value());
            if (topicBytes < needed) {
                ConfigEntry limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(needed));
                AlterConfigOp raise = new AlterConfigOp(limit, AlterConfigOp.OpType.SET);
                answer(admin.incrementalAlterConfigs(Map.of(resource, List.of(raise)))
                        .all());
            }
        }
        return new SizeLimits(
                producerBytes,
                topicBytes,
                with(settings, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Math.max(needed, producerBytes)));
    }
    // endregion

    // region: step-over
    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
                // What this returns is left to the display: nothing of it is committed.
                consumer.poll(Duration.ofMillis(200));
            }
        } catch (RecordDeserializationException e) {
            OffsetAndMetadata next = new OffsetAndMetadata(e.offset() + 1);
            try (Admin admin = Admin.create(settings)) {
                String group = settings.get(ConsumerConfig.GROUP_ID_CONFIG).toString();
                answer(admin.alterConsumerGroupOffsets(group, Map.of(e.topicPartition(), next))
                        .all());
            }
            return new UnreadableRecord(e.topicPartition(), e.offset(), Utils.toArray(e.valueBuffer()));
        }
        throw new IllegalStateException("Every record of " + topic + " could be read");
    }
    // endregion

    // region: address
    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        String bootstrapServer =
                settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
        Map<String, Object> reader = new HashMap<>(settings);
        reader.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(FIRST_ANSWER.toMillis()));
        reader.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        reader.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // The first thing a consumer asks for is metadata, and it asks the bootstrap server. An Admin client would
        // go on to one of the brokers that the metadata names, and never come back.
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(reader)) {
            Node leader = consumer.partitionsFor(topic).get(0).leader();
            return new WrongAddress(leader.host() + ":" + leader.port(), bootstrapServer);
        }
    }
    // endregion

    private static Collection<TopicPartition> partitions(Admin admin, String topic) {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the cluster", e);
        }
    }
}
