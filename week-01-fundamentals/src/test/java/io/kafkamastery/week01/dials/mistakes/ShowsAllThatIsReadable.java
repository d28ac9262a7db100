package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Set;

@Mistake(belief = "What is in the topic is what we have sent", caughtBy = "1.7.a")
final class ShowsAllThatIsReadable extends Misguided {

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        try (Look look = new Look(bootstrapServers, topic)) {
            return look.values();
        }
    }
}
