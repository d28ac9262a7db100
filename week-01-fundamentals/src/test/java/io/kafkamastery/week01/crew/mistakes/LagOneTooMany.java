package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "The end offset is the offset of the last order", caughtBy = "1.6.f")
final class LagOneTooMany extends Misguided {

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        Map<Integer, Long> lag = new HashMap<>(super.lag(bootstrapServers, groupId, topic));
        lag.replaceAll((partition, orders) -> orders + 1); // end + 1 - committed
        return lag;
    }
}
