package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "When the future is done, a broker has the order", caughtBy = "1.7.a")
final class TakesDoneForAcknowledged extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return super.deliver(producer, topic, orders).stream()
                .map(delivery -> delivery instanceof Delivery.Unconfirmed sent
                        ? new Delivery.Acknowledged(sent.order(), -1) // what offset() says without an answer
                        : delivery)
                .collect(Collectors.toList());
    }
}
