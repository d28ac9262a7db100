package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The clients behind the probes: recognisable as the kit's own, and bounded in every wait. */
final class ProbeClients {

    /** How long a probe tries before it reports what it could not do. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private ProbeClients() {}

    static KafkaConsumer<byte[], byte[]> consumer(KafkaCluster kafka, IsolationLevel isolation) {
        Map<String, Object> config = common(kafka, "probe");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Retention may delete the records we were about to read; what is left is then still the truth.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        // Closing waits for the fetch that is under way, and at the end of the log that takes this long.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static KafkaProducer<byte[], byte[]> producer(KafkaCluster kafka, Optional<String> transactionalId) {
        Map<String, Object> config = common(kafka, "writer");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT.toMillis());
        // A leader that has just been elected may refuse the first batch and take the second, and then the first is
        // retried
        // in vain (KAFKA-15591). With one request at a time there is no second.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        transactionalId.ifPresent(id -> config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> common(KafkaCluster kafka, String purpose) {
        Map<String, Object> config = new HashMap<>(kafka.clientConfig());
        config.put(
                CommonClientConfigs.CLIENT_ID_CONFIG,
                KitAdmin.CLIENT_ID_PREFIX + "-" + purpose + "-" + System.nanoTime());
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // As in KitAdmin: brokers come and go in these tests, and waiting longer each time helps nobody.
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 20L);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 250L);
        config.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, 20L);
        config.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, 250L);
        config.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "rebootstrap");
        config.put(CommonClientConfigs.METADATA_RECOVERY_REBOOTSTRAP_TRIGGER_MS_CONFIG, 5_000L);
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return config;
    }
}
