package io.kafkamastery.week01.reading.solution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.OrderReader;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Handles first and commits afterwards: after each poll, exactly what was handled of what it brought. */
public final class OrderReaderSolution implements OrderReader {

    /** A poll returns as soon as there are records; waiting in vain so briefly only means to look at the flag often. */
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private volatile boolean stopRequested;

    // region: run
    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (Consumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            consumer.subscribe(List.of(topic));
            while (!stopRequested) {
                handleBatch(consumer, consumer.poll(POLL_TIMEOUT), handler, rejects);
            }
        } // closing leaves the group
    }
    // endregion

    // region: stop
    @Override
    public void stop() {
        stopRequested = true;
    }
    // endregion

    // region: settings
    private static Map<String, Object> settings(String bootstrapServers, String groupId) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                // Where a group starts that has committed nothing yet. The default would skip all there is.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // We say ourselves what is handled: an automatic commit takes all that poll returned for handled.
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class);
    }
    // endregion

    // region: batch
    private void handleBatch(
            Consumer<String, String> consumer,
            ConsumerRecords<String, String> batch,
            OrderHandler handler,
            Rejects rejects) {
        Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
        try {
            for (ConsumerRecord<String, String> record : batch) {
                if (stopRequested) {
                    break; // the rest is not handled, so it is not committed either
                }
                handle(record, handler, rejects);
                handled.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)); // the next one to read
            }
        } catch (RuntimeException crash) {
            commitDespite(crash, consumer, handled);
            throw crash;
        }
        consumer.commitSync(handled);
    }

    /** What was handled before the crash need not come again; but nothing may hide the crash itself. */
    private static void commitDespite(
            RuntimeException crash, Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> handled) {
        try {
            consumer.commitSync(handled);
        } catch (KafkaException e) {
            crash.addSuppressed(e);
        }
    }
    // endregion

    // region: handle
    private static void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        Order order;
        try {
            order = parse(record.value());
        } catch (JsonProcessingException | IllegalArgumentException noOrder) {
            rejects.reject(new RejectedRecord(
                    record.topic(), record.partition(), record.offset(), String.valueOf(noOrder.getMessage())));
            return;
        }
        handler.handle(order); // outside of the try: what it throws is no matter of JSON
    }

    private static Order parse(String json) throws JsonProcessingException {
        if (json == null) {
            throw new IllegalArgumentException("The record has no value");
        }
        Order order = JSON.readValue(json, Order.class);
        if (order == null) {
            throw new IllegalArgumentException("The value is the JSON null");
        }
        return order;
    }
    // endregion
}
