package io.kafkamastery.week01.reading.starter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.OrderReader;
import io.kafkamastery.week01.reading.Rejects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lab 1.3: yours to write. The contract, {@link OrderReader}, says what each method has to do. */
public final class MyOrderReader implements OrderReader {

    /** Ready to use, since this lab is about Kafka: {@code JSON.readValue(text, Order.class)} gives an order. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // or an order without cents would cost nothing
            .build();

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        throw new UnsupportedOperationException(
                "TODO 1.3.a: create a consumer in the group, subscribe it to the topic, and poll in a loop");
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("TODO 1.3.e: let the loop in run know that it should end");
    }

    /**
     * Plays your reader against a cluster of your own: {@code localhost:9092}, or the address given as argument. Ctrl-C
     * stops it.
     */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        OrderReader reader = new MyOrderReader();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(reader, ended)));
        try {
            reader.run(
                    bootstrapServers,
                    "loyalty",
                    "orders",
                    order -> System.out.println("handled  " + order),
                    record -> System.out.println("rejected " + record));
        } finally {
            ended.countDown();
        }
    }

    /** The JVM goes as soon as its shutdown hooks are through: this one lets the reader finish first. */
    private static void stopAndWait(OrderReader reader, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        reader.stop();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
