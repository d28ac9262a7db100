package io.kafkamastery.week01.publishing.starter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week01.publishing.OrderPublisher;
import io.kafkamastery.week01.publishing.Placement;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Lab 1.2: yours to write. The contract, {@link OrderPublisher}, says what each method has to do. */
public final class MyOrderPublisher implements OrderPublisher {

    /** Ready to use, since this lab is about Kafka: {@code JSON.writeValueAsBytes(order)} gives JSON in UTF-8. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public void open(String bootstrapServers, String topic) {
        throw new UnsupportedOperationException(
                "TODO 1.2.a: create a KafkaProducer that knows the bootstrap servers, and keep it for publish()");
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        throw new UnsupportedOperationException(
                "TODO 1.2.a: make a ProducerRecord of the order, send it, and complete a CompletableFuture in the callback");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("TODO 1.2.e: let the producer send what is left, and close it");
    }

    /** Plays your publisher against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";

        try (OrderPublisher publisher = new MyOrderPublisher()) {
            publisher.open(bootstrapServers, "orders");
            for (int i = 1; i <= 6; i++) {
                Order order = new Order(
                        "order-" + i, "customer-" + (i % 3 + 1), "Zürich Bellevue", "flat white", 480, Instant.now());
                publisher
                        .publish(order)
                        .whenComplete((placement, refusal) -> System.out.println(order.orderId() + " of "
                                + order.customerId() + ": " + (refusal == null ? placement : refusal)));
            }
        }
    }
}
