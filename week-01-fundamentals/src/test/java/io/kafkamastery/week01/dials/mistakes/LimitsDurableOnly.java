package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "Only what must not get lost is tried again, so only that needs a limit", caughtBy = "1.7.a")
final class LimitsDurableOnly extends Misguided {

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        return Map.of("acks", "1");
    }
}
