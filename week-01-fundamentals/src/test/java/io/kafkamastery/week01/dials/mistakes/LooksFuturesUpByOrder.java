package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "Equal orders share one fate", caughtBy = "1.7.b")
final class LooksFuturesUpByOrder extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        Map<String, Future<RecordMetadata>> sent = new HashMap<>();
        orders.forEach(order -> sent.put(order, producer.send(new ProducerRecord<>(topic, order))));
        return orders.stream().map(order -> Fates.of(order, sent.get(order))).toList();
    }
}
