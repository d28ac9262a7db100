package io.kafkamastery.kit.probe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record that a test puts into a topic before the code under test runs. Immutable; each method returns another one:
 * {@code Seed.of("customer-1", json).partition(2).header("content-type", "application/json")}.
 */
public final class Seed {

    private final byte[] key;
    private final byte[] value;
    private final Integer partition;
    private final Instant timestamp;
    private final List<Header> headers;

    private Seed(byte[] key, byte[] value, Integer partition, Instant timestamp, List<Header> headers) {
        this.key = key;
        this.value = value;
        this.partition = partition;
        this.timestamp = timestamp;
        this.headers = headers;
    }

    /** A record with a key. Either may be null: a record without key, or a tombstone. */
    public static Seed of(String key, String value) {
        return of(bytes(key), bytes(value));
    }

    /** A record from bytes. Either may be null. */
    public static Seed of(byte[] key, byte[] value) {
        return new Seed(key, value, null, null, List.of());
    }

    /** A record without key. */
    public static Seed value(String value) {
        return of(null, bytes(value));
    }

    /** The same for this partition, rather than the one that its key leads to. */
    public Seed partition(int number) {
        return new Seed(key, value, number, timestamp, headers);
    }

    /** The same with this creation time, in milliseconds precision, rather than now. */
    public Seed at(Instant time) {
        return new Seed(key, value, partition, time, headers);
    }

    /** The same with one more header. */
    public Seed header(String name, String text) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new RecordHeader(name, bytes(text)));
        return new Seed(key, value, partition, timestamp, List.copyOf(more));
    }

    ProducerRecord<byte[], byte[]> to(String topic) {
        Long millis = timestamp == null ? null : timestamp.toEpochMilli();
        return new ProducerRecord<>(topic, partition, millis, key, value, headers);
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
