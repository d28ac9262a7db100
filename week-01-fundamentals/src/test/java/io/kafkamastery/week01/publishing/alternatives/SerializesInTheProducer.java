package io.kafkamastery.week01.publishing.alternatives;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

@Alternative("A typed producer with a serializer of its own that also sets the header; compressed, in large batches")
final class SerializesInTheProducer implements OrderPublisher {

    private KafkaProducer<String, Order> producer;
    private String topic;

    @Override
    public void open(String bootstrapServers, String topic) {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", bootstrapServers);
        settings.setProperty("client.id", "kestrel-orders");
        settings.setProperty("key.serializer", StringSerializer.class.getName());
        settings.setProperty("value.serializer", OrderSerializer.class.getName());
        settings.setProperty("compression.type", "lz4");
        settings.setProperty("linger.ms", "50");
        settings.setProperty("batch.size", "262144");
        settings.setProperty("max.request.size", "5000000");
        this.producer = new KafkaProducer<>(settings);
        this.topic = topic;
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        CompletableFuture<Placement> fate = new CompletableFuture<>();
        try {
            producer.send(new ProducerRecord<>(topic, order.customerId(), order), (metadata, refusal) -> {
                if (refusal == null) {
                    fate.complete(new Placement(metadata.partition(), metadata.offset()));
                } else {
                    fate.completeExceptionally(new PublishingException(order, refusal));
                }
            });
        } catch (RuntimeException refusal) {
            fate.completeExceptionally(new PublishingException(order, refusal));
        }
        return fate;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }

    /** Public, since the producer creates it by name. */
    public static final class OrderSerializer implements Serializer<Order> {

        private final ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        @Override
        public byte[] serialize(String topic, Headers headers, Order order) {
            headers.add("content-type", "application/json".getBytes(StandardCharsets.US_ASCII));
            return serialize(topic, order);
        }

        @Override
        public byte[] serialize(String topic, Order order) {
            try {
                return json.writeValueAsBytes(order);
            } catch (JsonProcessingException e) {
                throw new SerializationException(order + " cannot be written as JSON", e);
            }
        }
    }

    private static final class PublishingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PublishingException(Order order, Throwable reason) {
            super(order.orderId() + " was refused: " + reason.getMessage(), reason);
        }
    }
}
