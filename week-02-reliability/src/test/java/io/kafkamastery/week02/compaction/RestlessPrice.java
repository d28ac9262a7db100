package io.kafkamastery.week02.compaction;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** An item whose price changes many times a second until it is closed. */
final class RestlessPrice implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(10);

    private final KafkaCluster kafka;
    private final String topic;
    private final AtomicLong cents = new AtomicLong();
    private final Background changes;
    private volatile boolean over;

    /** Returns when it has begun to change. */
    RestlessPrice(KafkaCluster kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
        this.changes = Background.start("restless price", this::change);
        Await.within(Duration.ofSeconds(15)).until("a price to change", () -> cents.get() > 0, changes);
    }

    private void change() throws Exception {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, KitAdmin.CLIENT_ID_PREFIX + "-restless-price");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            while (!over) {
                producer.send(new ProducerRecord<>(topic, item(), String.valueOf(cents.get() + 1)))
                        .get();
                cents.incrementAndGet();
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        }
    }

    String item() {
        return "oil";
    }

    /** Lets it change no more, and tells what it is now. */
    long settle() {
        close();
        return cents.get();
    }

    @Override
    public void close() {
        over = true;
        changes.awaitNormalEnd(Duration.ofSeconds(15), "the price should stop changing");
    }
}
