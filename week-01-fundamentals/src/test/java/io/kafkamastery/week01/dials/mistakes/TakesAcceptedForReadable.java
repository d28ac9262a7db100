package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Set;

@Mistake(belief = "What a producer was not refused can be read", caughtBy = "1.7.a")
final class TakesAcceptedForReadable extends Misguided {

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Set<String> readable = super.readable(bootstrapServers, topic, deliveries); // for what was given up on
        deliveries.stream()
                .filter(delivery -> !(delivery instanceof Delivery.GivenUp))
                .map(Delivery::order)
                .forEach(readable::add);
        return readable;
    }
}
