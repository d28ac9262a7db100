package io.kafkamastery.week01.dials.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Leaves to Kafka's defaults what they already do, and sends one order after the other. */
@Alternative("defaults wherever they serve; waits for each order before the next; gzip; reads until the lag is 0")
final class WaitsForEachOrder implements ProducerProfiles {

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        Map<String, Object> dials = durable(deliveryTimeout);
        dials.put("acks", "0");
        return dials;
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        Map<String, Object> dials = durable(deliveryTimeout);
        dials.put("acks", "1");
        return dials;
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = new TreeMap<>();
        dials.put("delivery.timeout.ms", (int) deliveryTimeout.toMillis());
        dials.put("request.timeout.ms", (int) deliveryTimeout.toMillis() / 4);
        return dials;
    }

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = durable(deliveryTimeout);
        dials.put("compression.type", "gzip");
        return dials;
    }

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return orders.stream().map(order -> deliver(producer, topic, order)).toList();
    }

    private static Delivery deliver(Producer<String, String> producer, String topic, String order) {
        try {
            RecordMetadata place =
                    producer.send(new ProducerRecord<>(topic, order)).get();
            return place.hasOffset()
                    ? new Delivery.Acknowledged(order, place.offset())
                    : new Delivery.Unconfirmed(order);
        } catch (ExecutionException | InterruptedException e) {
            return new Delivery.GivenUp(order, e);
        }
    }

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Set<String> values = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(reading(bootstrapServers))) {
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                consumer.assign(List.of(partition));
                do {
                    consumer.poll(Duration.ofMillis(50)).forEach(record -> values.add(record.value()));
                } while (consumer.currentLag(partition).orElse(1) > 0);
            }
        }
        return deliveries.stream().map(Delivery::order).filter(values::contains).collect(Collectors.toSet());
    }

    private static Properties reading(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("auto.offset.reset", "earliest");
        properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        properties.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        return properties;
    }
}
