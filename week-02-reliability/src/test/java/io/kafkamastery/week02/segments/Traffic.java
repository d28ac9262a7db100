package io.kafkamastery.week02.segments;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers of all kinds, whose batches end up in one partition. */
final class Traffic {

    /** For a topic whose segments are rolled by the records' own timestamps, and compacted as soon as that is possible. */
    static final String COMPACTED = "cleanup.policy=compact";

    static final String ROLLED_BY_THE_HOUR = "segment.ms=3600000";
    static final String SMALL_SEGMENTS = "segment.bytes=1048576";
    static final String CLEANED_EAGERLY = "min.cleanable.dirty.ratio=0.01";
    /** What compaction has replaced stays in the folder this long, under another name. */
    static final String DELETED_LATER = "file.delete.delay.ms=600000";

    private static final int PHOTO_BYTES = 700_000;
    private static final String NEWS = "latte";

    private final KafkaCluster kafka;
    private final Topic topic;
    private final Random random = new Random(27);

    Traffic(KafkaCluster kafka, Topic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /**
     * Prices of two days, each with a photo so large that compaction cannot merge the days into one segment, and some of
     * today. Returns when what is not up to date any more is gone: holes within batches, whole batches, and the end of
     * the first segment.
     */
    void compactedPrices() {
        Instant today = Instant.now();
        Instant firstDay = today.minus(Duration.ofDays(3));
        Instant secondDay = today.minus(Duration.ofDays(2));
        photo("photo-1", firstDay);
        for (Codec codec : Codec.values()) {
            String own = codec.name().toLowerCase(Locale.ROOT);
            batch(codec, codec.ordinal() % 2 == 0, firstDay, List.of(own + "-1", NEWS, own + "-2", NEWS, own + "-3"));
        }
        batch(Codec.NONE, false, firstDay, List.of(NEWS, NEWS));
        photo("photo-2", secondDay);
        batch(Codec.GZIP, true, secondDay, List.of("bagel", NEWS, "mocha"));
        batch(Codec.NONE, true, today, List.of("tea", "scone"));
        transaction(Codec.LZ4, true, "tea", "espresso");

        long keys = distinctKeysBeforeToday();
        Await.within(Duration.ofSeconds(20))
                .until(
                        "compaction to leave one record of each of the " + keys + " keys",
                        () -> recordsBefore(today) == keys,
                        () -> recordsBefore(today) + " records were left");
    }

    private long distinctKeysBeforeToday() {
        return 2 + 3L * Codec.values().length + 3; // photos, each codec's own, and bagel, latte and mocha
    }

    private long recordsBefore(Instant moment) {
        return TopicProbe.of(kafka, topic.name()).records().stream()
                .filter(one ->
                        one.timestamp() < moment.minus(Duration.ofDays(1)).toEpochMilli())
                .count();
    }

    /** Batches of every kind in one segment. */
    void mixedOrders() {
        Instant now = Instant.now();
        for (int round = 0; round < 3; round++) {
            for (Codec codec : Codec.values()) {
                batch(codec, round % 2 == 0, now, List.of("order-1", "order-2", "order-3"));
            }
            transaction(Codec.values()[round], round != 1, "order-4", "order-5");
        }
    }

    /** Some 3.6 MB in batches of about 2 KB: three segments full, and half of one more. */
    void manyOrders() {
        Map<String, Object> settings = settings(Codec.NONE, true);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 2048);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        try (Producer<byte[], byte[]> producer = producer(settings)) {
            for (int i = 0; i < 9_000; i++) {
                producer.send(new ProducerRecord<>(topic.name(), 0, null, noise(350 + random.nextInt(100))));
            }
        }
    }

    /** Transactions of two producers, committed and aborted, with orders of nobody's transaction in between. */
    void transactions() {
        batch(Codec.NONE, true, Instant.now(), List.of("order-1", "order-2", "order-3"));
        transaction(Codec.NONE, true, "order-4", "order-5");
        transaction(Codec.GZIP, false, "order-6", "order-7", "order-8");
        batch(Codec.ZSTD, false, Instant.now(), List.of("order-9"));
        transaction(Codec.NONE, false, "order-10");
        transaction(Codec.SNAPPY, true, "order-11", "order-12");
    }

    /** All in one batch. Their timestamps neither begin with the lowest nor end with the highest. */
    private void batch(Codec codec, boolean idempotent, Instant when, List<String> keys) {
        try (Producer<byte[], byte[]> producer = producer(settings(codec, idempotent))) {
            IntStream.range(0, keys.size())
                    .mapToObj(i -> record(keys.get(i), when.plusMillis(10 * ((i + 1) % keys.size()) + 1), noise(60)))
                    .forEach(producer::send);
            producer.flush();
        }
    }

    private void transaction(Codec codec, boolean commit, String... keys) {
        Map<String, Object> settings = settings(codec, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name() + "-" + random.nextInt());
        try (Producer<byte[], byte[]> producer = producer(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String key : keys) {
                producer.send(record(key, Instant.now(), noise(60)));
            }
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush(); // or the orders would not even reach the broker
                producer.abortTransaction();
            }
        }
        awaitMarker();
    }

    /** It is written after the producer has its answer; without this, the next batch might come before it. */
    private void awaitMarker() {
        TopicProbe probe = TopicProbe.of(kafka, topic.name());
        Await.within(Duration.ofSeconds(15))
                .until(
                        "the transaction's marker to be written",
                        () -> probe.readCommitted().endOffset(0) == probe.endOffset(0));
    }

    private void photo(String key, Instant when) {
        try (Producer<byte[], byte[]> producer = producer(settings(Codec.NONE, false))) {
            producer.send(record(key, when, noise(PHOTO_BYTES)));
        }
    }

    private ProducerRecord<byte[], byte[]> record(String key, Instant when, byte[] value) {
        return new ProducerRecord<>(topic.name(), 0, when.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return noise;
    }

    private Map<String, Object> settings(Codec codec, boolean idempotent) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, KitAdmin.CLIENT_ID_PREFIX + "-traffic-" + random.nextInt());
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, codec.name().toLowerCase(Locale.ROOT));
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, idempotent);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000); // until flushed or closed
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
