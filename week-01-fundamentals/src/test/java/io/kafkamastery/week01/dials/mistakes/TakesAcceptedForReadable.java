package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@Mistake(belief = "What a producer was not refused can be read", caughtBy = "1.7.a")
final class TakesAcceptedForReadable extends Misguided {

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> !(delivery instanceof Delivery.GivenUp))
                .map(Delivery::order)
                .collect(Collectors.toSet());
    }
}
