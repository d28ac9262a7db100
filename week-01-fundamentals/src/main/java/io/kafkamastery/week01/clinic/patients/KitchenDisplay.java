package io.kafkamastery.week01.clinic.patients;

import io.kafkamastery.kestrel.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Shows orders to a kitchen, as a member of a group: the program of three patients. It commits what it has shown, after each
 * batch, and it goes on when a commit fails, because the orders then simply come again.
 */
public final class KitchenDisplay implements Runnable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> settings;
    private final String topic;
    private final Consumer<Order> kitchen;
    private volatile boolean stopped;
    private volatile int timesThrownOut;

    /** @param kitchen takes the orders one after the other, as long as it needs for each */
    public KitchenDisplay(Map<String, Object> settings, String topic, Consumer<Order> kitchen) {
        this.settings = Map.copyOf(settings);
        this.topic = topic;
        this.kitchen = kitchen;
    }

    /** Shows orders until {@link #stop()}, or until {@code poll()} throws. */
    @Override
    public void run() {
        try (KafkaConsumer<String, Order> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            while (!stopped) {
                ConsumerRecords<String, Order> records = consumer.poll(POLL);
                for (ConsumerRecord<String, Order> record : records) {
                    kitchen.accept(record.value());
                }
                commit(consumer);
            }
        }
    }

    private void commit(KafkaConsumer<String, Order> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException e) {
            timesThrownOut++; // somebody else may have our partitions by now
        } catch (RebalanceInProgressException e) {
            // The next poll() takes part in the rebalance, and the next commit comes after it.
        }
    }

    public void stop() {
        stopped = true;
    }

    /** How many commits failed because the group had already gone on without this display. */
    public int timesThrownOut() {
        return timesThrownOut;
    }
}
