package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "Answers come in the order of the questions", caughtBy = "1.7.b")
final class CollectsWhatCallbacksTell extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = new CopyOnWriteArrayList<>();
        for (String order : orders) {
            producer.send(
                    new ProducerRecord<>(topic, order),
                    (place, failure) -> deliveries.add(fate(order, place, failure)));
        }
        producer.flush();
        return deliveries;
    }

    private static Delivery fate(String order, RecordMetadata place, Exception failure) {
        if (failure != null) {
            return new Delivery.GivenUp(order, failure);
        }
        return place.hasOffset() ? new Delivery.Acknowledged(order, place.offset()) : new Delivery.Unconfirmed(order);
    }
}
