package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "A callback is given metadata only if the order was written", caughtBy = "1.7.b")
final class TakesMetadataForSuccess extends Misguided {

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        Delivery[] deliveries = new Delivery[orders.size()];
        for (int i = 0; i < deliveries.length; i++) {
            String order = orders.get(i);
            int index = i;
            producer.send(new ProducerRecord<>(topic, order), (place, failure) -> {
                if (place == null) {
                    deliveries[index] = new Delivery.GivenUp(order, failure);
                } else if (place.hasOffset() || failure != null) {
                    deliveries[index] = new Delivery.Acknowledged(order, place.offset());
                } else {
                    deliveries[index] = new Delivery.Unconfirmed(order);
                }
            });
        }
        producer.flush();
        return Arrays.asList(deliveries);
    }
}
