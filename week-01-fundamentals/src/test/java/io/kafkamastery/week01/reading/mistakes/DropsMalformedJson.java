package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "What nobody can read, nobody will miss", caughtBy = "1.3.d")
final class DropsMalformedJson extends Misguided {

    @Override
    void handle(ConsumerRecord<String, String> record, OrderHandler handler, Rejects rejects) {
        super.handle(record, handler, noOrder -> {});
    }
}
