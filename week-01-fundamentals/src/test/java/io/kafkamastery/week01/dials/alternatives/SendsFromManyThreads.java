package io.kafkamastery.week01.dials.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import java.time.Duration;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Which of the orders stands in the topic first is anybody's guess; the deliveries come in the sequence given all the same. */
@Alternative("A thread for each order, which waits for its answer; one request at a time; reads as a group of its own")
final class SendsFromManyThreads implements ProducerProfiles {

    private static final int LINGER_MILLIS = 200;

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        return dials("0", deliveryTimeout);
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        return dials("1", deliveryTimeout);
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        return dials("-1", deliveryTimeout);
    }

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = dials("all", deliveryTimeout);
        dials.put("linger.ms", LINGER_MILLIS);
        dials.put("batch.size", 1_000_000);
        dials.put("compression.type", "snappy");
        return dials;
    }

    private static Map<String, Object> dials(String acks, Duration deliveryTimeout) {
        Map<String, Object> dials = new TreeMap<>();
        dials.put("acks", acks);
        dials.put("delivery.timeout.ms", Long.toString(deliveryTimeout.toMillis()));
        dials.put("request.timeout.ms", Long.toString(deliveryTimeout.toMillis() - LINGER_MILLIS));
        dials.put("retry.backoff.ms", "700");
        dials.put("max.in.flight.requests.per.connection", "1");
        dials.put("retries", "1000"); // some sixteen minutes
        dials.put("max.request.size", "10000000"); // what is too large is for the broker to say
        return dials;
    }

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return orders.stream()
                    .map(order -> CompletableFuture.supplyAsync(() -> deliver(producer, topic, order), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.toCollection(LinkedList::new));
        } finally {
            threads.shutdown();
        }
    }

    private static Delivery deliver(Producer<String, String> producer, String topic, String order) {
        try {
            RecordMetadata place =
                    producer.send(new ProducerRecord<>(topic, order)).get();
            return place.offset() < 0
                    ? new Delivery.Unconfirmed(order)
                    : new Delivery.Acknowledged(order, place.offset());
        } catch (ExecutionException | InterruptedException e) {
            return new Delivery.GivenUp(order, e);
        }
    }

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "look-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed");
        Set<String> readable = new TreeSet<>();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                read(consumer, readable);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                read(consumer, readable);
            }
        }
        readable.retainAll(deliveries.stream().map(Delivery::order).toList());
        return readable;
    }

    private static void read(Consumer<String, String> consumer, Set<String> values) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
    }
}
