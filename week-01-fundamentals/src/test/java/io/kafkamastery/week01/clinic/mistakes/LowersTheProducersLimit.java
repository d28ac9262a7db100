package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;

@Mistake(belief = "A producer's limit is best set to just what is needed", caughtBy = "1.8.c")
final class LowersTheProducersLimit extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = super.bigOrdersVanish(settings, topic, largestOrderBytes);
        return new SizeLimits(
                limits.producerBytes(),
                limits.topicBytes(),
                with(settings, "max.request.size", largestOrderBytes + 1_000));
    }
}
