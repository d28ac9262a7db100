package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.probe.Attempts;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.DeliveryAudit;
import io.kafkamastery.kit.probe.Reading;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Orders that keep coming, one after the other, while replicas move. */
final class OrderStream implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int CUSTOMERS = 50;

    private final KafkaCluster kafka;
    private final String topic;
    private final Attempts attempts = new Attempts();
    private final Background tills;
    private volatile boolean over;

    OrderStream(KafkaCluster kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
        this.tills = Background.start("tills", this::send);
    }

    private void send() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, KitAdmin.CLIENT_ID_PREFIX + "-tills");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 100);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; !over; i++) {
                String order = "order-" + i;
                String customer = "customer-" + i % CUSTOMERS;
                try {
                    producer.send(new ProducerRecord<>(topic, customer, order), attempts.sending(order, customer))
                            .get();
                } catch (ExecutionException takenDown) {
                    // The audit knows.
                }
            }
        }
    }

    /** Waits until so many more orders have been acknowledged. */
    void awaitMore(int orders, String when) {
        long before = attempts.acknowledged();
        Await.within(LIMIT)
                .until(
                        orders + " more orders to be acknowledged " + when,
                        () -> attempts.acknowledged() >= before + orders,
                        () -> "only " + (attempts.acknowledged() - before) + " were",
                        tills);
    }

    /** Ends the orders, and compares what was acknowledged with what can be read. */
    DeliveryAudit audit() {
        close();
        return DeliveryAudit.of(
                attempts.all(),
                Reading.of("after the move", TopicProbe.of(kafka, topic).strings(), ConsumerRecord::value));
    }

    @Override
    public void close() {
        over = true;
        tills.awaitEnd(LIMIT, "The tills should close");
    }
}
