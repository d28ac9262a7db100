package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;

@Mistake(belief = "The producer refuses big records, so its limit is the one to raise", caughtBy = "1.8.c")
final class RaisesOnlyTheProducersLimit extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        return new SizeLimits(
                limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", 20_000_000));
    }
}
