package io.kafkamastery.week01.tutorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads orders as the group {@code kitchen}, prints them, and ends when it has had three. */
public final class FirstConsumer {

    private FirstConsumer() {}

    /** Talks to {@code localhost:9092}, or to the address given as argument. */
    public static void main(String[] args) {
        read(args.length > 0 ? args[0] : "localhost:9092", "orders", "kitchen");
    }

    static List<ConsumerRecord<String, String>> read(String bootstrapServers, String topic, String groupId) {
        // region: settings
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                3,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class);
        // endregion
        List<ConsumerRecord<String, String>> orders = new ArrayList<>();
        // region: read
        try (Consumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            while (orders.size() < 3) {
                for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofSeconds(1))) {
                    System.out.println(order.key() + " wants " + order.value() + " (partition " + order.partition()
                            + ", offset " + order.offset() + ")");
                    orders.add(order);
                }
            }
        }
        // endregion
        return orders;
    }
}
