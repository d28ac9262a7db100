package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Puts records into a topic for the code under test to find. Every call returns when all in-sync replicas have what it
 * wrote, and leaves nothing open; write many records in one call.
 *
 * <p>Every method throws {@link ClusterException} if a record is refused or not acknowledged within 15 seconds.
 */
public final class TopicWriter {

    /** A topic's setting with which a record that is ten minutes younger than the first of its segment begins another. */
    public static final String SHORT_SEGMENTS = "segment.ms=600000";

    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration MARKERS = Duration.ofSeconds(15);

    private final KafkaCluster kafka;
    private final String topic;

    private TopicWriter(KafkaCluster kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    public static TopicWriter of(KafkaCluster kafka, String topic) {
        return new TopicWriter(kafka, topic);
    }

    /** Writes one record as UTF-8 text; either may be null. Returns where it stands. */
    public RecordMetadata write(String key, String value) {
        return write(Seed.of(key, value)).get(0);
    }

    /** Writes records without key, as UTF-8 text. Returns where they stand, in the order given. */
    public List<RecordMetadata> writeValues(List<String> values) {
        return write(values.stream().map(Seed::value).toList());
    }

    /** Writes records. Returns where they stand, in the order given. */
    public List<RecordMetadata> write(Seed... seeds) {
        return write(List.of(seeds));
    }

    /** Writes records, in batches. Returns where they stand, in the order given. */
    public List<RecordMetadata> write(List<Seed> seeds) {
        return withProducer(Optional.empty(), producer -> send(producer, seeds));
    }

    /**
     * Writes records one at a time, each in a batch of its own, as they arrive over the hours. A batch is never divided
     * between segments: records that are to have a chance of landing in several must not be written together.
     */
    public List<RecordMetadata> trickle(List<Seed> seeds) {
        return withProducer(Optional.empty(), producer -> {
            List<RecordMetadata> written = new ArrayList<>(seeds.size());
            seeds.forEach(seed -> written.addAll(send(producer, List.of(seed))));
            return written;
        });
    }

    /**
     * Writes records in a transaction of their own, and commits it. The markers that end it stand in the partitions, too,
     * when this returns.
     */
    public List<RecordMetadata> writeCommitted(List<Seed> seeds) {
        return inTransaction(seeds, Producer::commitTransaction);
    }

    /** Writes records in a transaction of their own, and aborts it: only {@code read_uncommitted} sees them. */
    public List<RecordMetadata> writeAborted(List<Seed> seeds) {
        return inTransaction(seeds, Producer::abortTransaction);
    }

    /**
     * Writes the record six times, so that a consumer gets nothing from one poll() although more follows: for those who take
     * that for the end. The topic has to have {@link #SHORT_SEGMENTS}, and the record to go to one partition.
     *
     * <p>It stands there once, before the marker of its transaction, and five times after it, each of the three in a segment
     * of its own: the marker bears the time of its writing, which is an hour later than the first record's and half an hour
     * earlier than the others'. A broker answers a fetch from one segment. So there is one that brings nothing but the marker,
     * and the consumer, which asks for a partition's next records only when poll() has gone through those before, has nothing
     * else: that poll() returns at once, and empty, however long it might take.
     */
    public void writeAroundAMarker(Seed record) {
        Instant now = Instant.now();
        writeCommitted(List.of(record.at(now.minus(Duration.ofHours(1)))));
        // Not later than that: brokers refuse what is more than an hour ahead.
        write(Collections.nCopies(5, record.at(now.plus(Duration.ofMinutes(30)))));
    }

    private List<RecordMetadata> inTransaction(List<Seed> seeds, Consumer<Producer<byte[], byte[]>> end) {
        Optional<String> id = Optional.of(KitAdmin.CLIENT_ID_PREFIX + "-transaction-" + System.nanoTime());
        List<RecordMetadata> written = withProducer(id, producer -> {
            producer.initTransactions();
            producer.beginTransaction();
            List<RecordMetadata> records = send(producer, seeds);
            end.accept(producer);
            return records;
        });
        awaitMarkers(written);
        return written;
    }

    /**
     * Waits for what the coordinator still does after it has answered: it writes a marker to each partition. Until then no
     * reader of committed records sees the transaction, and a record written next would come before its marker.
     */
    private void awaitMarkers(List<RecordMetadata> written) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        written.forEach(
                record -> starts.merge(new TopicPartition(topic, record.partition()), record.offset(), Math::min));
        Await.within(MARKERS)
                .until(
                        "the transaction's markers to be written",
                        () -> starts.entrySet().stream().noneMatch(this::isOpen));
    }

    /** Whether a producer has a transaction in this partition that began at this offset. */
    private boolean isOpen(Map.Entry<TopicPartition, Long> start) {
        TopicPartition partition = start.getKey();
        return Answers.get(
                        kafka.admin().describeProducers(List.of(partition)).partitionResult(partition),
                        "which producers write to " + partition)
                .activeProducers()
                .stream()
                .anyMatch(
                        producer -> producer.currentTransactionStartOffset().equals(OptionalLong.of(start.getValue())));
    }

    private List<RecordMetadata> send(Producer<byte[], byte[]> producer, List<Seed> seeds) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(seeds.size());
        seeds.forEach(seed -> sent.add(producer.send(seed.to(topic))));
        producer.flush();
        return sent.stream().map(this::written).toList();
    }

    private RecordMetadata written(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw notWritten(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private List<RecordMetadata> withProducer(
            Optional<String> transactionalId, Function<Producer<byte[], byte[]>, List<RecordMetadata>> work) {
        Producer<byte[], byte[]> producer = ProbeClients.producer(kafka, transactionalId);
        try {
            return work.apply(producer);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw notWritten(e);
        } finally {
            Uninterrupted.run(() -> producer.close(CLOSE));
        }
    }

    private ClusterException notWritten(Throwable reason) {
        return new ClusterException(
                "The test could not write its own records to topic " + topic + ": " + reason, reason);
    }
}
