package io.kafkamastery.week01.dials.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Spells every dial out as text, collects callbacks, and asks the Admin client how far readers may read. */
@Alternative("settings as texts; callbacks and a latch; ends by the Admin client; zstd and large batches")
final class CountsCallbacks implements ProducerProfiles {

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        return dials("0", false, deliveryTimeout);
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        return dials("1", false, deliveryTimeout);
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        return dials("-1", true, deliveryTimeout);
    }

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        return Map.of(
                "acks", "all",
                "linger.ms", "100",
                "batch.size", "1000000",
                "compression.type", "zstd",
                "request.timeout.ms", String.valueOf(deliveryTimeout.toMillis() - 100),
                "delivery.timeout.ms", String.valueOf(deliveryTimeout.toMillis()));
    }

    private static Map<String, Object> dials(String acks, boolean idempotent, Duration deliveryTimeout) {
        return Map.of(
                "acks", acks,
                "enable.idempotence", String.valueOf(idempotent),
                "retries", String.valueOf(Integer.MAX_VALUE),
                "retry.backoff.ms", "50",
                "linger.ms", "0",
                "request.timeout.ms", String.valueOf(deliveryTimeout.toMillis()),
                "delivery.timeout.ms", String.valueOf(deliveryTimeout.toMillis()));
    }

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        Map<Integer, Delivery> fates = new ConcurrentHashMap<>();
        CountDownLatch unknown = new CountDownLatch(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            int index = i;
            String order = orders.get(i);
            producer.send(new ProducerRecord<>(topic, order), (place, failure) -> {
                if (failure != null) {
                    fates.put(index, new Delivery.GivenUp(order, failure));
                } else if (place.offset() < 0) {
                    fates.put(index, new Delivery.Unconfirmed(order));
                } else {
                    fates.put(index, new Delivery.Acknowledged(order, place.offset()));
                }
                unknown.countDown();
            });
        }
        try {
            unknown.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + unknown.getCount() + " orders", e);
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            deliveries.add(fates.get(i));
        }
        return deliveries;
    }

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Set<String> readable = new HashSet<>();
        highWatermarks(bootstrapServers, topic).forEach((partition, end) -> {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> readable.add(record.value()));
                }
            }
        });
        Set<String> orders = new HashSet<>();
        for (Delivery delivery : deliveries) {
            if (readable.contains(delivery.order())) {
                orders.add(delivery.order());
            }
        }
        return orders;
    }

    private static Map<TopicPartition, Long> highWatermarks(String bootstrapServers, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> question = new ConcurrentHashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .forEach(info -> question.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
            admin.listOffsets(question).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
