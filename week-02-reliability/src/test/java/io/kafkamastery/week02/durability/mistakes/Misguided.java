package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.week02.durability.Fate;
import io.kafkamastery.week02.durability.OrderSender;
import io.kafkamastery.week02.durability.SafeOrders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does everything right, in small steps; each mistake overrides the step that it gets wrong. */
abstract class Misguided implements SafeOrders {

    NewTopic newTopic(String topic, int partitions) {
        return new NewTopic(topic, partitions, (short) 3).configs(Map.of("min.insync.replicas", "2"));
    }

    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {}

    String key(Order order) {
        return order.customerId();
    }

    Fate fateAfter(Order order, Exception failure) {
        return failure instanceof RecordTooLargeException
                ? new Fate.Refused(order.orderId(), failure.toString())
                : new Fate.Unknown(order.orderId(), failure.toString());
    }

    void send(
            Producer<String, String> producer,
            ProducerRecord<String, String> record,
            Order order,
            CompletableFuture<Fate> fate,
            Duration deliveryTimeout) {
        producer.send(record, (place, failure) -> fate.complete(fateOf(order, place, failure)));
    }

    void close(Producer<String, String> producer) {
        producer.close();
    }

    final Fate fateOf(Order order, RecordMetadata place, Exception failure) {
        return failure == null
                ? new Fate.Acknowledged(order.orderId(), place.partition(), place.offset())
                : fateAfter(order, failure);
    }

    @Override
    public final void createTopic(String bootstrapServers, String topic, int partitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(newTopic(topic, partitions))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public final OrderSender open(
            String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) requestTimeout.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryTimeout.toMillis());
        dial(settings, requestTimeout, deliveryTimeout);
        Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        return new OrderSender() {
            @Override
            public CompletableFuture<Fate> send(Order order) {
                CompletableFuture<Fate> fate = new CompletableFuture<>();
                Misguided.this.send(
                        producer,
                        new ProducerRecord<>(topic, key(order), OrderJson.write(order)),
                        order,
                        fate,
                        deliveryTimeout);
                return fate;
            }

            @Override
            public void close() {
                Misguided.this.close(producer);
            }
        };
    }
}
