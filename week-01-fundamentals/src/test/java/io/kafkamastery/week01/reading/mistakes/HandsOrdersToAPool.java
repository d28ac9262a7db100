package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "More threads get more orders done", caughtBy = "1.3.b")
final class HandsOrdersToAPool extends Misguided {

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        for (ConsumerRecord<String, String> record : records) {
            pool.submit(() -> handle(record, handler, rejects));
        }
        consumer.commitSync();
    }

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try {
            super.run(bootstrapServers, groupId, topic, handler, rejects);
        } finally {
            pool.shutdown();
        }
    }
}
