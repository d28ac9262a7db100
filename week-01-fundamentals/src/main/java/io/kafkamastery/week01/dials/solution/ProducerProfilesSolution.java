package io.kafkamastery.week01.dials.solution;

import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sets few dials and says why; leaves those alone whose defaults are right. */
public final class ProducerProfilesSolution implements ProducerProfiles {

    private static final Duration POLL = Duration.ofMillis(200);

    // region: acks
    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        Map<String, Object> dials = givingUpAfter(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "0");
        return dials;
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        Map<String, Object> dials = givingUpAfter(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "1");
        return dials;
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = givingUpAfter(deliveryTimeout);
        dials.put(
                ProducerConfig.ACKS_CONFIG,
                "all"); // those in sync; min.insync.replicas of the topic says how many at least
        // The default too, but now a contradicting setting is an error instead of silently turning it off.
        dials.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return dials;
    }
    // endregion

    // region: batches
    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = givingUpAfter(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "1");
        dials.put(ProducerConfig.LINGER_MS_CONFIG, 20); // wait a little for company
        dials.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        dials.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"); // whole batches, so the fuller the better
        return dials;
    }
    // endregion

    // region: delivery-timeout
    /** The number of retries stays unlimited: how long to try is a question that people can answer. */
    private static Map<String, Object> givingUpAfter(Duration deliveryTimeout) {
        int millis = Math.toIntExact(deliveryTimeout.toMillis());
        Map<String, Object> dials = new HashMap<>();
        dials.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        // A request and the wait before it have to fit into the delivery timeout, or the producer refuses the settings.
        dials.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        dials.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis); // for what happens before an order is in a batch
        return dials;
    }
    // endregion

    // region: deliver
    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (String order : orders) {
            sent.add(producer.send(new ProducerRecord<>(topic, order)));
        }
        producer.flush(); // do not let them linger: nobody adds to these batches any more
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            deliveries.add(fateOf(orders.get(i), sent.get(i)));
        }
        return deliveries;
    }

    private static Delivery fateOf(String order, Future<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.get();
            return place.hasOffset()
                    ? new Delivery.Acknowledged(order, place.offset())
                    : new Delivery.Unconfirmed(order); // with acks=0 a future is done when the request was written
        } catch (ExecutionException e) {
            return new Delivery.GivenUp(order, e.getCause() instanceof KafkaException reason ? reason : e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
    // endregion

    // region: readable
    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Set<String> orders = deliveries.stream().map(Delivery::order).collect(Collectors.toSet());
        Set<String> readable = new HashSet<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions); // the high watermarks
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(record -> readable.add(record.value()));
            }
        }
        readable.retainAll(orders);
        return readable;
    }
    // endregion

    private static Consumer<String, String> consumer(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }
}
