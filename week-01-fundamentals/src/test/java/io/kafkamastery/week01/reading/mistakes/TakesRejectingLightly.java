package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "Rejects are best effort: an error there must not stop the orders", caughtBy = "1.3.d")
final class TakesRejectingLightly extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        super.handle(record, handler, noOrder -> {
            try {
                rejects.reject(noOrder);
            } catch (RuntimeException e) {
                // it was no order anyway
            }
        });
    }
}
