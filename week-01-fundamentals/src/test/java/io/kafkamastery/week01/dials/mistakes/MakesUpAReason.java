package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "That it failed is reason enough", caughtBy = "1.7.b")
final class MakesUpAReason extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return super.deliver(producer, topic, orders).stream()
                .map(delivery -> delivery instanceof Delivery.GivenUp
                        ? new Delivery.GivenUp(delivery.order(), new IllegalStateException("could not be sent"))
                        : delivery)
                .toList();
    }
}
