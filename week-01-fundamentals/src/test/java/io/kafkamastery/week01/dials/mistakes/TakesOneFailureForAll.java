package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "Orders that are delivered together succeed or fail together", caughtBy = "1.7.b")
final class TakesOneFailureForAll extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = super.deliver(producer, topic, orders);
        Optional<Exception> failure = deliveries.stream()
                .filter(Delivery.GivenUp.class::isInstance)
                .map(delivery -> ((Delivery.GivenUp) delivery).reason())
                .findFirst();
        return failure.isEmpty()
                ? deliveries
                : orders.stream()
                        .<Delivery>map(order -> new Delivery.GivenUp(order, failure.get()))
                        .toList();
    }
}
