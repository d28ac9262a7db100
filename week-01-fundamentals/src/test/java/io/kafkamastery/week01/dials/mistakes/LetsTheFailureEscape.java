package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "A failure is best thrown at whoever called", caughtBy = "1.7.b")
final class LetsTheFailureEscape extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = super.deliver(producer, topic, orders);
        for (Delivery delivery : deliveries) {
            if (delivery instanceof Delivery.GivenUp failed) {
                throw new IllegalStateException(failed.reason());
            }
        }
        return deliveries;
    }
}
