package io.kafkamastery.week01.publishing.alternatives;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

@Alternative("No callback: a second thread waits for the futures of send(), one after the other; JSON field by field")
final class AsksTheFutures implements OrderPublisher {

    private static final List<Header> HEADERS =
            List.of(new RecordHeader("content-type", "application/json".getBytes(UTF_8)));

    private final ExecutorService teller = Executors.newSingleThreadExecutor();
    private Producer<byte[], byte[]> producer;
    private String topic;

    @Override
    public void open(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "1", "linger.ms", 20, "batch.size", 4_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        try {
            byte[] key = order.customerId().getBytes(UTF_8);
            Future<RecordMetadata> sent = producer.send(
                    new ProducerRecord<>(topic, null, key, json(order).getBytes(UTF_8), HEADERS));
            return CompletableFuture.supplyAsync(() -> placement(sent), teller);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static String json(Order order) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("placedAt", order.placedAt().toString())
                .put("cents", order.cents())
                .put("item", order.item())
                .put("shop", order.shop())
                .put("customerId", order.customerId())
                .put("orderId", order.orderId())
                .toPrettyString();
    }

    private static Placement placement(Future<RecordMetadata> sent) {
        try {
            RecordMetadata metadata = sent.get();
            return new Placement(metadata.partition(), metadata.offset());
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        teller.shutdown();
        try {
            if (!teller.awaitTermination(10, TimeUnit.SECONDS)) {
                teller.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
