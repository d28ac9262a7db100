package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "Idempotence only costs throughput; acks=all is safe enough", caughtBy = "1.7.b")
final class SwitchesIdempotenceOff extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = new HashMap<>(super.durable(deliveryTimeout));
        dials.put("enable.idempotence", false);
        return dials;
    }
}
