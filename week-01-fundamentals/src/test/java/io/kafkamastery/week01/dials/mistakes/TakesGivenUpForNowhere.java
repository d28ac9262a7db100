package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Set;

@Mistake(belief = "What the producer has given up on is nowhere", caughtBy = "1.7.a")
final class TakesGivenUpForNowhere extends Misguided {

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        return super.readable(
                bootstrapServers,
                topic,
                deliveries.stream()
                        .filter(delivery -> !(delivery instanceof Delivery.GivenUp))
                        .toList());
    }
}
