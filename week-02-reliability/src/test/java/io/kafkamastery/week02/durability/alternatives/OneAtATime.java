package io.kafkamastery.week02.durability.alternatives;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.durability.Fate;
import io.kafkamastery.week02.durability.OrderSender;
import io.kafkamastery.week02.durability.SafeOrders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** The next order is sent when the fate of the one before is known: what was never sent is refused, with certainty. */
@Alternative(
        "settings changed after the fact; a queue, and one thread that waits for each order's fate before the next")
final class OneAtATime implements SafeOrders {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions) {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", bootstrapServers);
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
        return new Queue(bootstrapServers, topic, requestTimeout, deliveryTimeout);
    }

    private record Entry(Order order, long deadline, CompletableFuture<Fate> fate) {}

    private static final class Queue implements OrderSender {

        private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
        private final Producer<byte[], byte[]> producer;
        private final String topic;
        private final Duration deliveryTimeout;
        private final Thread thread = new Thread(this::work, "order-queue");
        private volatile boolean closing;

        Queue(String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout) {
            Properties settings = new Properties();
            settings.put("bootstrap.servers", bootstrapServers);
            settings.put("acks", "all");
            settings.put("enable.idempotence", "true");
            settings.put("max.in.flight.requests.per.connection", "1");
            settings.put("retries", Integer.toString(Integer.MAX_VALUE));
            settings.put("linger.ms", "0");
            settings.put("batch.size", "0");
            settings.put("compression.type", "lz4");
            settings.put("request.timeout.ms", Long.toString(requestTimeout.toMillis()));
            settings.put("delivery.timeout.ms", Long.toString(deliveryTimeout.toMillis()));
            settings.put("max.block.ms", Long.toString(deliveryTimeout.toMillis() / 2));
            this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            this.topic = topic;
            this.deliveryTimeout = deliveryTimeout;
            thread.start();
        }

        @Override
        public CompletableFuture<Fate> send(Order order) {
            Entry entry = new Entry(order, System.nanoTime() + deliveryTimeout.toNanos(), new CompletableFuture<>());
            waiting.add(entry);
            return entry.fate();
        }

        private void work() {
            try {
                while (!closing || !waiting.isEmpty()) {
                    Entry entry = waiting.poll(50, TimeUnit.MILLISECONDS);
                    if (entry != null) {
                        entry.fate().complete(fateOf(entry));
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Fate fateOf(Entry entry) throws InterruptedException {
            String id = entry.order().orderId();
            long left = entry.deadline() - System.nanoTime();
            if (left <= 0) {
                return new Fate.Refused(id, "never sent: those before it took too long");
            }
            try {
                RecordMetadata place = producer.send(new ProducerRecord<>(
                                topic, bytes(entry.order().customerId()), bytes(OrderJson.write(entry.order()))))
                        .get(left, TimeUnit.NANOSECONDS);
                return new Fate.Acknowledged(id, place.partition(), place.offset());
            } catch (ExecutionException e) {
                return e.getCause() instanceof RetriableException
                        ? new Fate.Unknown(id, e.getCause().getMessage())
                        : new Fate.Refused(id, e.getCause().getMessage());
            } catch (TimeoutException e) {
                return new Fate.Unknown(id, "no answer");
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            closing = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            producer.close();
        }
    }
}
