package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(
        belief = "An IllegalArgumentException comes from the JSON mapper, for a record without a value",
        caughtBy = "1.3.b")
final class RejectsBadArguments extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        try {
            handler.handle(parse(record.value()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            rejects.reject(rejected(record, e));
        }
    }
}
