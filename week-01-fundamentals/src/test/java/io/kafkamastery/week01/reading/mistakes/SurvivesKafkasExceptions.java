package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

@Mistake(belief = "A KafkaException comes from the consumer, and the next poll() mends it", caughtBy = "1.3.b")
final class SurvivesKafkasExceptions extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        try {
            super.handleAll(consumer, records, handler, rejects);
        } catch (KafkaException e) {
            // what was not committed comes again
        }
    }
}
