package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "Every record needs a key, and an order is as good a key as any", caughtBy = "1.7.b")
final class KeysOrdersByThemselves extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return orders.stream()
                .map(order -> Fates.of(order, producer.send(new ProducerRecord<>(topic, order, order))))
                .toList();
    }
}
