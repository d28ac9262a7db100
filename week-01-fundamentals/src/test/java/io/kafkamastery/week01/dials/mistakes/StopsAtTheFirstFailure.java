package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "After one failure there is no point in looking at the rest", caughtBy = "1.7.b")
final class StopsAtTheFirstFailure extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Delivery delivery : super.deliver(producer, topic, orders)) {
            deliveries.add(delivery);
            if (delivery instanceof Delivery.GivenUp) {
                break;
            }
        }
        return deliveries;
    }
}
