package io.kafkamastery.week01.dials.starter;

import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lab 1.7: yours to write. The contract, {@link ProducerProfiles}, says what each method has to do. */
public final class MyProducerProfiles implements ProducerProfiles {

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        throw new UnsupportedOperationException("TODO 1.7.a: settings that ask nobody for a confirmation");
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        throw new UnsupportedOperationException("TODO 1.7.a: settings with which the leader's confirmation is enough");
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        throw new UnsupportedOperationException(
                "TODO 1.7.b: settings with which all in-sync replicas have to confirm, and what fails is tried again");
    }

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        throw new UnsupportedOperationException(
                "TODO 1.7.c: settings that let batches grow, and (1.7.d) compress them");
    }

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        throw new UnsupportedOperationException(
                "TODO 1.7.a: send all the orders, then ask each future what became of its order");
    }

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        throw new UnsupportedOperationException(
                "TODO 1.7.a: read the topic to its end, as in lab 1.4, and see which of the orders are there");
    }

    /** Plays your profiles against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = args.length > 1 ? args[1] : "orders";
        Duration timeout = Duration.ofSeconds(5);
        ProducerProfiles profiles = new MyProducerProfiles();

        play("fire and forget", profiles.fireAndForget(timeout), profiles, bootstrapServers, topic);
        play("leader-acknowledged", profiles.leaderAcknowledged(timeout), profiles, bootstrapServers, topic);
        play("durable", profiles.durable(timeout), profiles, bootstrapServers, topic);
        play("high throughput", profiles.highThroughput(timeout), profiles, bootstrapServers, topic);
    }

    private static void play(
            String name, Map<String, Object> dials, ProducerProfiles profiles, String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>(dials);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        List<String> orders = List.of(name + " " + System.currentTimeMillis());
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Delivery> deliveries = profiles.deliver(producer, topic, orders);
            System.out.println(deliveries);
            System.out.println("  readable: " + profiles.readable(bootstrapServers, topic, deliveries));
        }
    }
}
