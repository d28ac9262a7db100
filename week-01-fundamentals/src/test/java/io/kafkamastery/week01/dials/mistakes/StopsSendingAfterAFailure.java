package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "What comes after a failed order would fail as well", caughtBy = "1.7.b")
final class StopsSendingAfterAFailure extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = new ArrayList<>();
        Exception failure = null;
        for (String order : orders) {
            Delivery delivery = failure == null
                    ? super.deliver(producer, topic, List.of(order)).get(0)
                    : new Delivery.GivenUp(order, failure);
            if (delivery instanceof Delivery.GivenUp failed) {
                failure = failed.reason();
            }
            deliveries.add(delivery);
        }
        return deliveries;
    }
}
