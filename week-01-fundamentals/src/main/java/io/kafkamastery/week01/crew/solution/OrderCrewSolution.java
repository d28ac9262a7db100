package io.kafkamastery.week01.crew.solution;

import io.kafkamastery.week01.crew.OrderCrew;
import io.kafkamastery.week01.crew.OrderHandler;
import io.kafkamastery.week01.crew.Roster;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A crew whose workers are a thread and a consumer each. */
public final class OrderCrewSolution implements OrderCrew {

    private final Map<String, Worker> onDuty = new ConcurrentHashMap<>();
    private String bootstrapServers;
    private String groupId;
    private String topic;
    private OrderHandler handler;

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.bootstrapServers = bootstrapServers;
        this.groupId = groupId;
        this.topic = topic;
        this.handler = handler;
    }

    @Override
    public void hire(String name) {
        Worker worker = new Worker(name, bootstrapServers, groupId, topic, handler);
        onDuty.put(name, worker);
        worker.start();
    }

    @Override
    public void dismiss(String name) {
        dismiss(List.of(onDuty.get(name)));
    }

    @Override
    public void close() {
        dismiss(List.copyOf(onDuty.values()));
    }

    private void dismiss(Collection<Worker> leaving) {
        leaving.forEach(Worker::finish); // all of them first: they then leave together, not one after the other
        leaving.forEach(Worker::awaitEnd);
        onDuty.values().removeAll(leaving);
    }

    @Override
    public Roster roster() {
        Map<String, Set<Integer>> partitions = new HashMap<>();
        onDuty.forEach((name, worker) -> partitions.put(name, worker.partitions()));
        return new Roster(partitions);
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (GroupOffsets group = new GroupOffsets(bootstrapServers, groupId, topic)) {
            group.rewind(to);
        }
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        try (GroupOffsets group = new GroupOffsets(bootstrapServers, groupId, topic)) {
            return group.lag();
        }
    }
}
