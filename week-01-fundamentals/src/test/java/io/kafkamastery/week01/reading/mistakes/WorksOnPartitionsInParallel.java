package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
        try {
            records.partitions().parallelStream().forEach(partition -> {
                for (ConsumerRecord<String, String> record : records.records(partition)) {
                    if (stopping) {
                        return;
                    }
                    handle(record, handler, rejects);
                    handled.putAll(next(record));
                }
            });
        } finally {
            consumer.commitSync(handled);
        }
    }
}
