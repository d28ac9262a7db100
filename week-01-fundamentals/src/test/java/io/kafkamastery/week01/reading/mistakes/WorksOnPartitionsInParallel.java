package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

@Mistake(
        belief = "Order matters within a partition only, so partitions can be handled at the same time",
        caughtBy = "1.3.a")
final class WorksOnPartitionsInParallel extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        Map<TopicPartition, OffsetAndMetadata> handled = new ConcurrentHashMap<>();
        // A parallel stream of so few partitions might leave them all to one thread.
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> works = records.partitions().stream()
                    .<Future<?>>map(partition ->
                            threads.submit(() -> handleInTurn(records.records(partition), handler, rejects, handled)))
                    .toList();
            for (Future<?> work : works) {
                work.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException(e);
        } finally {
            threads.shutdown();
            consumer.commitSync(handled);
        }
    }

    private void handleInTurn(
            List<ConsumerRecord<String, String>> records,
            OrderHandler handler,
            Rejects rejects,
            Map<TopicPartition, OffsetAndMetadata> handled) {
        for (ConsumerRecord<String, String> record : records) {
            if (stopping) {
                return;
            }
            handle(record, handler, rejects);
            handled.putAll(next(record));
        }
    }
}
