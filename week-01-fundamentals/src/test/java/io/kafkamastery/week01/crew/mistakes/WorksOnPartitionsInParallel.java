package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(
        belief = "Order matters within a partition only, so a worker may handle its partitions at the same time",
        caughtBy = "1.6.c")
final class WorksOnPartitionsInParallel extends Misguided {

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        Map<TopicPartition, OffsetAndMetadata> next = new ConcurrentHashMap<>();
        List<Thread> threads = orders.partitions().stream()
                .map(partition -> new Thread(() -> handle(member, orders.records(partition), next)))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Misguided::join);
        member.consumer.commitSync(next);
    }

    private void handle(
            Member member, List<ConsumerRecord<String, String>> orders, Map<TopicPartition, OffsetAndMetadata> next) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            handler.handle(member.name, order);
            next.put(partition(order), new OffsetAndMetadata(order.offset() + 1));
        }
    }
}
