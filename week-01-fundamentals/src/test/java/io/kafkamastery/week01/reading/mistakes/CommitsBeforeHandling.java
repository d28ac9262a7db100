package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Once poll() has returned the records, they are safe", caughtBy = "1.3.b")
final class CommitsBeforeHandling extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        consumer.commitSync();
        for (ConsumerRecord<String, String> record : records) {
            handle(record, handler, rejects);
        }
    }
}
