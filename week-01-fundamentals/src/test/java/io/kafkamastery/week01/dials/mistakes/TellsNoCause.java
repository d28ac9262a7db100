package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

@Mistake(belief = "An exception of Kafka's own type says enough", caughtBy = "1.7.b")
final class TellsNoCause extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return super.deliver(producer, topic, orders).stream()
                .map(delivery -> delivery instanceof Delivery.GivenUp
                        ? new Delivery.GivenUp(delivery.order(), new KafkaException("could not be sent"))
                        : delivery)
                .toList();
    }
}
