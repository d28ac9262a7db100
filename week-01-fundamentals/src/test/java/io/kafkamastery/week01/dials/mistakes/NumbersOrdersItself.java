package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "An offset is an order's number in the list", caughtBy = "1.7.b")
final class NumbersOrdersItself extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        List<Delivery> deliveries = super.deliver(producer, topic, orders);
        return IntStream.range(0, deliveries.size())
                .mapToObj(i -> deliveries.get(i) instanceof Delivery.Acknowledged there
                        ? new Delivery.Acknowledged(there.order(), i)
                        : deliveries.get(i))
                .toList();
    }
}
