package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "Whoever writes to this topic writes orders", caughtBy = "1.3.d")
final class DiesOfMalformedJson extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        try {
            handler.handle(parse(record.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
