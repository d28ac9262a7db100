package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "No two orders are alike", caughtBy = "1.7.b")
final class KeepsFuturesByOrder extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        orders.forEach(order -> sent.put(order, producer.send(new ProducerRecord<>(topic, order))));
        return sent.entrySet().stream()
                .map(entry -> Fates.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
