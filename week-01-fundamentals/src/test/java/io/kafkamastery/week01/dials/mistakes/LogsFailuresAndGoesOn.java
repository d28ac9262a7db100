package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "A failed order belongs in the log file", caughtBy = "1.7.b")
final class LogsFailuresAndGoesOn extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        orders.forEach(order -> sent.add(producer.send(new ProducerRecord<>(topic, order))));
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            try {
                RecordMetadata place = sent.get(i).get();
                deliveries.add(
                        place.hasOffset()
                                ? new Delivery.Acknowledged(orders.get(i), place.offset())
                                : new Delivery.Unconfirmed(orders.get(i)));
            } catch (InterruptedException | ExecutionException e) {
                // a line in some log file
            }
        }
        return deliveries;
    }
}
