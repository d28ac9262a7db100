package io.kafkamastery.week02.durability.alternatives;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.durability.Fate;
import io.kafkamastery.week02.durability.OrderSender;
import io.kafkamastery.week02.durability.SafeOrders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Cautious to a fault: a topic whose settings are made after it, and batches that are never under way two at a time. */
@Alternative("settings changed after the fact, one request under way at a time, and threads that wait for futures")
final class OneAtATime implements SafeOrders {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.of((short) 3))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            admin.incrementalAlterConfigs(Map.of(
                            resource,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("min.insync.replicas", "2"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("No topic " + topic, e);
        }
    }

    @Override
    public OrderSender open(String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "-1");
        settings.put("linger.ms", 0);
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("compression.type", "lz4");
        settings.put("request.timeout.ms", (int) requestTimeout.toMillis());
        settings.put("delivery.timeout.ms", (int) deliveryTimeout.toMillis());
        settings.put("max.block.ms", deliveryTimeout.toMillis());
        return new WaitingSender(
                topic, new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private record WaitingSender(String topic, Producer<byte[], byte[]> producer, ExecutorService waiters)
            implements OrderSender {

        WaitingSender(String topic, Producer<byte[], byte[]> producer) {
            this(topic, producer, Executors.newCachedThreadPool());
        }

        @Override
        public CompletableFuture<Fate> send(Order order) {
            var sent = producer.send(
                    new ProducerRecord<>(topic, bytes(order.customerId()), bytes(OrderJson.write(order))));
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            RecordMetadata place = sent.get();
                            return new Fate.Acknowledged(order.orderId(), place.partition(), place.offset());
                        } catch (ExecutionException e) {
                            return e.getCause() instanceof RetriableException
                                    ? new Fate.Unknown(
                                            order.orderId(), e.getCause().getMessage())
                                    : new Fate.Refused(
                                            order.orderId(), e.getCause().getMessage());
                        } catch (InterruptedException e) {
                            return new Fate.Unknown(order.orderId(), "nobody waited for it");
                        }
                    },
                    waiters);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            producer.flush();
            producer.close();
            waiters.shutdown();
            try {
                waiters.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
