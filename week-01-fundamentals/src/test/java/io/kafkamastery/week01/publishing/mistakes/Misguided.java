package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does everything right, step by step; each mistake overrides the step that it gets wrong. */
abstract class Misguided implements OrderPublisher {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Map<String, Object> settings;
    String topic;
    Producer<String, byte[]> producer;

    @Override
    public void open(String bootstrapServers, String topic) {
        this.settings = new HashMap<>(settings());
        this.settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.topic = topic;
        this.producer = connect();
    }

    /** Settings on top of the defaults. */
    Map<String, Object> settings() {
        return Map.of();
    }

    Producer<String, byte[]> connect() {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        CompletableFuture<Placement> fate = new CompletableFuture<>();
        try {
            producer.send(record(order), (metadata, refusal) -> answer(fate, metadata, refusal));
        } catch (JsonProcessingException | RuntimeException refusal) {
            fate.completeExceptionally(refusal);
        }
        return fate;
    }

    void answer(CompletableFuture<Placement> fate, RecordMetadata metadata, Exception refusal) {
        if (refusal != null) {
            fate.completeExceptionally(refusal);
        } else {
            fate.complete(new Placement(metadata.partition(), metadata.offset()));
        }
    }

    ProducerRecord<String, byte[]> record(Order order) throws JsonProcessingException {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition(order), key(order), value(order));
        mark(record.headers());
        return record;
    }

    /** Null leaves the choice to Kafka. */
    Integer partition(Order order) {
        return null;
    }

    String key(Order order) {
        return order.customerId();
    }

    byte[] value(Order order) throws JsonProcessingException {
        return JSON.writeValueAsBytes(order);
    }

    void mark(Headers headers) {
        headers.add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
