package io.kafkamastery.week01.publishing.alternatives;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

@Alternative("publish() puts the order into a mailbox, and one thread of its own empties it; JSON as a string")
final class SendsFromAMailbox implements OrderPublisher {

    /** Tells the postman that nothing comes any more. */
    private static final Letter LAST = new Letter(null, null);

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
    private final BlockingQueue<Letter> mailbox = new LinkedBlockingQueue<>();

    private Thread postman;
    private boolean closed;

    private record Letter(Order order, CompletableFuture<Placement> fate) {}

    @Override
    public void open(String bootstrapServers, String topic) {
        postman = new Thread(() -> deliver(bootstrapServers, topic), "postman");
        postman.start();
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("The mailbox is closed"));
        }
        Letter letter = new Letter(order, new CompletableFuture<>());
        mailbox.add(letter);
        return letter.fate().minimalCompletionStage();
    }

    private void deliver(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.idempotence", true);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (Letter letter = mailbox.take(); letter != LAST; letter = mailbox.take()) {
                send(producer, topic, letter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Producer<String, String> producer, String topic, Letter letter) {
        Order order = letter.order();
        try {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(topic, order.customerId(), json.writeValueAsString(order));
            record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            producer.send(record, (metadata, refusal) -> {
                if (refusal == null) {
                    letter.fate().complete(new Placement(metadata.partition(), metadata.offset()));
                } else {
                    letter.fate().completeExceptionally(refusal);
                }
            });
        } catch (Exception e) {
            letter.fate().completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        mailbox.add(LAST);
        try {
            postman.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
