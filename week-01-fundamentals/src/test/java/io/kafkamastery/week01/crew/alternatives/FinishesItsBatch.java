package io.kafkamastery.week01.crew.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.crew.OrderCrew;
import io.kafkamastery.week01.crew.OrderHandler;
import io.kafkamastery.week01.crew.Roster;
import io.kafkamastery.week01.crew.solution.OrderCrewSolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * With auto-commit everything depends on handling all that one poll has returned before the next poll, or the close: those
 * are the moments at which the position is committed.
 */
@Alternative("Kafka's defaults, auto-commit included; whole batches; one lock around all that is shared")
final class FinishesItsBatch implements OrderCrew {

    private final Map<String, Set<Integer>> shares = new TreeMap<>();
    private final Map<String, AtomicBoolean> working = new TreeMap<>();
    private final Map<String, CompletableFuture<Void>> ends = new TreeMap<>();
    private Map<String, Object> settings;
    private String topic;
    private OrderHandler handler;

    @Override
    public synchronized void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.topic = topic;
        this.handler = handler;
        this.settings =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", groupId, "auto.offset.reset", "earliest");
    }

    @Override
    public synchronized void hire(String worker) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        working.put(worker, goOn);
        shares.put(worker, Set.of());
        ends.put(worker, CompletableFuture.runAsync(() -> work(worker, goOn), task -> new Thread(task).start()));
    }

    private void work(String worker, AtomicBoolean goOn) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (goOn.get()) {
                var batch = consumer.poll(Duration.ofMillis(250));
                Set<Integer> share = new TreeSet<>();
                consumer.assignment().forEach(partition -> share.add(partition.partition()));
                report(worker, share);
                for (ConsumerRecord<String, String> order : batch) {
                    handler.handle(worker, order);
                }
            }
        }
    }

    private synchronized void report(String worker, Set<Integer> share) {
        shares.replace(worker, share);
    }

    @Override
    public void dismiss(String worker) {
        CompletableFuture<Void> end;
        synchronized (this) {
            working.remove(worker).set(false);
            end = ends.remove(worker);
        }
        end.join();
        synchronized (this) {
            shares.remove(worker);
        }
    }

    @Override
    public synchronized Roster roster() {
        return new Roster(shares);
    }

    @Override
    public void close() {
        List<String> all;
        synchronized (this) {
            all = List.copyOf(working.keySet());
        }
        all.forEach(this::dismiss);
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        new OrderCrewSolution().rewind(bootstrapServers, groupId, topic, to);
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        return new OrderCrewSolution().lag(bootstrapServers, groupId, topic);
    }
}
