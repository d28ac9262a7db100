package io.kafkamastery.week01.reading.mistakes;

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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does everything right, one record and one commit at a time; each mistake overrides the step that it gets wrong. */
abstract class Misguided implements OrderReader {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    volatile boolean stopping;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            subscribe(consumer, topic);
            while (!stopping) {
                handleAll(consumer, consumer.poll(Duration.ofMillis(100)), handler, rejects);
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
    }

    Map<String, Object> settings(String bootstrapServers, String groupId) {
        return new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class));
    }

    void subscribe(KafkaConsumer<String, String> consumer, String topic) {
        consumer.subscribe(List.of(topic));
    }

    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        for (ConsumerRecord<String, String> record : records) {
            if (stopping) {
                return;
            }
            handle(record, handler, rejects);
            commit(consumer, record);
        }
    }

    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        Order order;
        try {
            order = parse(record.value());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            rejects.reject(rejected(record, e));
            return;
        }
        handler.handle(order);
    }

    Order parse(String json) throws JsonProcessingException {
        Order order = JSON.readValue(json, Order.class);
        if (order == null) {
            throw new IllegalArgumentException("The value is the JSON null");
        }
        return order;
    }

    RejectedRecord rejected(ConsumerRecord<?, ?> record, Exception reason) {
        return new RejectedRecord(record.topic(), record.partition(), record.offset(), reason.getMessage());
    }

    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        consumer.commitSync(next(record));
    }

    static Map<TopicPartition, OffsetAndMetadata> next(ConsumerRecord<?, ?> record) {
        return Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }
}
