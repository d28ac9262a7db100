package io.kafkamastery.week01.publishing.solution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes orders the plain way: one producer with Kafka's defaults, and a callback for each order. */
public final class OrderPublisherSolution implements OrderPublisher {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Producer<String, byte[]> producer;
    private String topic;

    // region: open
    @Override
    public void open(String bootstrapServers, String topic) {
        this.topic = topic;
        // The defaults are what orders need: acks=all, idempotence, and batches that wait 5 ms for company.
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
    }
    // endregion

    @Override
    public CompletionStage<Placement> publish(Order order) {
        CompletableFuture<Placement> fate = new CompletableFuture<>();
        try {
            producer.send(record(order), (metadata, refusal) -> {
                // Not "metadata == null": a refused record comes with metadata too, and the offset -1.
                if (refusal != null) {
                    fate.completeExceptionally(refusal);
                } else {
                    fate.complete(new Placement(metadata.partition(), metadata.offset()));
                }
            });
        } catch (JsonProcessingException | RuntimeException refusal) {
            // Some refusals do not wait for the callback: send() throws them, for example after close().
            fate.completeExceptionally(refusal);
        }
        return fate;
    }

    private ProducerRecord<String, byte[]> record(Order order) throws JsonProcessingException {
        var record = new ProducerRecord<>(topic, order.customerId(), JSON.writeValueAsBytes(order));
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(); // waits until every record is acknowledged or given up, and every callback has run
        }
    }
}
