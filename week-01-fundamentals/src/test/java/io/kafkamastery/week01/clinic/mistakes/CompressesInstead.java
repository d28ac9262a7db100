package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;

@Mistake(belief = "Compressed, a big order is a small one", caughtBy = "1.8.c")
final class CompressesInstead extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        return new SizeLimits(limits.producerBytes(), limits.topicBytes(), with(settings, "compression.type", "gzip"));
    }
}
