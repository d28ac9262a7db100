package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "One and a half seconds for a request suit every delivery timeout", caughtBy = "1.7.a")
final class FixesTheRequestTimeout extends Misguided {

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        return Map.of(
                "acks", "0", "request.timeout.ms", 1_500, "delivery.timeout.ms", (int) deliveryTimeout.toMillis());
    }
}
