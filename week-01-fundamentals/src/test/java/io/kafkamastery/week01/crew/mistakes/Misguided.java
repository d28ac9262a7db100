package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.week01.crew.OrderCrew;
import io.kafkamastery.week01.crew.OrderHandler;
import io.kafkamastery.week01.crew.Roster;
import io.kafkamastery.week01.crew.solution.OrderCrewSolution;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does everything right, in steps that a mistake can override to get one of them wrong. */
abstract class Misguided implements OrderCrew {

    static final Duration POLL = Duration.ofMillis(100);

    final Map<String, Member> onDuty = new ConcurrentHashMap<>();
    String bootstrapServers;
    String groupId;
    String topic;
    OrderHandler handler;
    private final OrderCrew right = new OrderCrewSolution();

    /** A worker: its consumer, its thread, and what others may know of it. */
    static final class Member {
        final String name;
        final KafkaConsumer<String, String> consumer;
        volatile Thread thread;
        volatile boolean finishing;
        volatile Set<Integer> partitions = Set.of();

        Member(String name, KafkaConsumer<String, String> consumer) {
            this.name = name;
            this.consumer = consumer;
        }

        void lookAtPartitions() {
            partitions = numbers(consumer.assignment());
        }
    }

    static Set<Integer> numbers(Iterable<TopicPartition> partitions) {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        return Set.copyOf(numbers);
    }

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.bootstrapServers = bootstrapServers;
        this.groupId = groupId;
        this.topic = topic;
        this.handler = handler;
    }

    @Override
    public void hire(String worker) {
        Member member = new Member(worker, consumer(settings(worker)));
        onDuty.put(worker, member);
        member.thread = new Thread(() -> work(member), "worker-" + worker);
        member.thread.start();
    }

    static KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    /** Runs in the worker's own thread, until it is to finish. */
    void work(Member member) {
        try (member.consumer) {
            subscribe(member);
            while (!member.finishing) {
                ConsumerRecords<String, String> orders = member.consumer.poll(POLL);
                member.lookAtPartitions();
                handle(member, orders);
            }
        }
    }

    void subscribe(Member member) {
        member.consumer.subscribe(List.of(topic));
    }

    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            handler.handle(member.name, order);
            member.consumer.commitSync(Map.of(partition(order), new OffsetAndMetadata(order.offset() + 1)));
        }
    }

    static TopicPartition partition(ConsumerRecord<?, ?> order) {
        return new TopicPartition(order.topic(), order.partition());
    }

    @Override
    public void dismiss(String worker) {
        Member member = onDuty.get(worker);
        member.finishing = true;
        join(member.thread);
        onDuty.remove(worker);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public Roster roster() {
        return new Roster(
                onDuty.values().stream().collect(Collectors.toMap(member -> member.name, member -> member.partitions)));
    }

    @Override
    public void close() {
        onDuty.values().forEach(member -> member.finishing = true);
        List.copyOf(onDuty.keySet()).forEach(this::dismiss);
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        right.rewind(bootstrapServers, groupId, topic, to);
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        return right.lag(bootstrapServers, groupId, topic);
    }

    static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    static List<TopicPartition> partitions(Admin admin, String topic) {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    static Map<TopicPartition, Long> offsets(Admin admin, String topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question =
                partitions(admin, topic).stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(question).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
