package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Whoever is asked to stop should begin no further order", caughtBy = "2.6.a")
final class BreaksOffWhenStopping extends Misguided {

    @Override
    void atMostOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        consumer.commitSync();
        for (ConsumerRecord<String, String> record : batch) {
            if (stopRequested) {
                return;
            }
            handler.handle(order(record));
        }
    }
}
