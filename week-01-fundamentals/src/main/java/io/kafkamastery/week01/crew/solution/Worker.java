package io.kafkamastery.week01.crew.solution;

import static java.lang.System.Logger.Level.WARNING;

import io.kafkamastery.week01.crew.OrderHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One member of the group: a consumer, and the only thread that ever touches it. Other threads talk to the worker through
 * its two volatile fields, because a {@link KafkaConsumer} allows no second thread.
 */
final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    /**
     * How long a worker without orders takes to notice that it is to finish. Short, in place of {@code wakeup()}, which
     * could hit a commit as well as a poll.
     */
    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final String topic;
    private final OrderHandler handler;
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private volatile boolean finishing;
    private volatile Set<Integer> partitions = Set.of();

    Worker(String name, String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.name = name;
        this.topic = topic;
        this.handler = handler;
        this.consumer = new KafkaConsumer<>(
                settings(name, bootstrapServers, groupId), new StringDeserializer(), new StringDeserializer());
        this.thread = new Thread(this::run, "worker-" + name);
    }

    // region: settings
    private static Map<String, Object> settings(String name, String bootstrapServers, String groupId) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.CLIENT_ID_CONFIG,
                groupId + "-" + name, // the tools show it: who has which partition?
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "consumer",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }
    // endregion

    void start() {
        thread.start();
    }

    /** The partitions that the worker had when it last asked for orders. */
    Set<Integer> partitions() {
        return partitions;
    }

    /** Asks the worker to finish the order in hand and leave; does not wait for it. */
    void finish() {
        finishing = true;
    }

    /** Waits until the worker has left the group. */
    void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void run() {
        try (consumer) { // closing says goodbye to the group
            consumer.subscribe(List.of(topic));
            while (!finishing) {
                ConsumerRecords<String, String> orders = consumer.poll(POLL);
                // Partitions come and go only within poll(), so until the next one this is the truth.
                partitions = consumer.assignment().stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toUnmodifiableSet());
                handle(orders);
            }
        } finally {
            partitions = Set.of();
        }
    }

    /** Handles and commits before the next poll: when that gives partitions away, nothing handled is uncommitted. */
    private void handle(ConsumerRecords<String, String> orders) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        try {
            for (ConsumerRecord<String, String> order : orders) {
                if (finishing) {
                    return;
                }
                handler.handle(name, order);
                next.put(
                        new TopicPartition(order.topic(), order.partition()),
                        new OffsetAndMetadata(order.offset() + 1));
            }
        } finally {
            commit(next);
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> next) {
        try {
            consumer.commitSync(next);
        } catch (CommitFailedException e) {
            // Taking too long between two polls costs a worker its place. Its orders are handled again by somebody
            // else.
            LOG.log(WARNING, "Worker {0} was no longer in its group when it wanted to commit {1}", name, next);
        }
    }
}
