package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "What is no order makes the JSON parser throw its own exception", caughtBy = "1.3.d")
final class CatchesJsonErrorsOnly extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        Order order;
        try {
            order = JSON.readValue(record.value(), Order.class);
        } catch (JsonProcessingException e) {
            rejects.reject(rejected(record, e));
            return;
        }
        handler.handle(order);
    }
}
