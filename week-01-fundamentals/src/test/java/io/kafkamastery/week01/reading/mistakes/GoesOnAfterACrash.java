package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "A reader must survive whatever its handler throws", caughtBy = "1.3.b")
final class GoesOnAfterACrash extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        try {
            super.handle(record, handler, rejects);
        } catch (RuntimeException e) {
            // a job for the log: the next order may do better
        }
    }
}
