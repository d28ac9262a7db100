package io.kafkamastery.week02.delivery.alternatives;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.Ledger;
import io.kafkamastery.week02.delivery.OrderHandler;
import io.kafkamastery.week02.delivery.OrderProcessor;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The only processor of its group need not be a member: it assigns itself all partitions, and takes them in turn. */
@Alternative("assign() instead of subscribe(), partition by partition, whole batches in a transaction")
final class AssignsPartitions implements OrderProcessor {

    private volatile boolean stopRequested;

    private interface Portion {
        void take(List<Order> orders, Runnable commit);
    }

    @Override
    public void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (orders, commit) -> {
            commit.run();
            orders.forEach(handler::handle);
        });
    }

    @Override
    public void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (orders, commit) -> {
            orders.forEach(handler::handle);
            commit.run();
        });
    }

    @Override
    public void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        run(bootstrapServers, groupId, topic, (orders, commit) -> {
            ledger.inTransaction(transaction -> orders.forEach(chargeOnce(transaction)));
            commit.run();
        });
    }

    private static Consumer<Order> chargeOnce(Ledger.Transaction transaction) {
        return order -> {
            if (!transaction.remembers(order.orderId())) {
                transaction.charge(order);
                transaction.remember(order.orderId());
            }
        };
    }

    private void run(String bootstrapServers, String groupId, String topic, Portion portion) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                groupId,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                100);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            while (!stopRequested) {
                ConsumerRecords<String, String> batch = consumer.poll(Duration.ofMillis(100));
                for (TopicPartition partition : batch.partitions()) {
                    process(consumer, partition, batch.records(partition), portion);
                }
            }
        }
    }

    private static void process(
            KafkaConsumer<String, String> consumer,
            TopicPartition partition,
            List<ConsumerRecord<String, String>> records,
            Portion portion) {
        List<Order> orders = new ArrayList<>();
        records.forEach(record -> orders.add(OrderJson.read(record.value())));
        long next = records.get(records.size() - 1).offset() + 1;
        portion.take(orders, () -> consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next))));
    }

    @Override
    public void stop() {
        stopRequested = true;
    }

    /** This alternative is about processing; the other one judges traces in a way of its own. */
    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        return new OrderProcessorSolution().guaranteesOf(trace);
    }
}
