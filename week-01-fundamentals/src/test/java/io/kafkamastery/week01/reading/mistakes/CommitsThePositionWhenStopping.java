package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "After the last order, commitSync() leaves everything in order", caughtBy = "1.3.e")
final class CommitsThePositionWhenStopping extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        for (ConsumerRecord<String, String> record : records) {
            if (stopping) {
                break;
            }
            handle(record, handler, rejects);
        }
        consumer.commitSync();
    }
}
