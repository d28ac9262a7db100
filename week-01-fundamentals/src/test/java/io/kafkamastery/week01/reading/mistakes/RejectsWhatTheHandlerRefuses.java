package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "Whatever goes wrong with a record is the fault of the record", caughtBy = "1.3.b")
final class RejectsWhatTheHandlerRefuses extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        try {
            handler.handle(parse(record.value()));
        } catch (Exception e) {
            rejects.reject(rejected(record, e));
        }
    }
}
