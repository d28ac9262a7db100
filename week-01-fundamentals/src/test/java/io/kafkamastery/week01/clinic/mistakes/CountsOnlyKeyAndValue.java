package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "A record is its key and its value", caughtBy = "1.8.c")
final class CountsOnlyKeyAndValue extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        int needed = largestOrderBytes + 100;
        set(settings, ConfigResource.Type.TOPIC, topic, "max.message.bytes", needed);
        return new SizeLimits(limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", needed));
    }
}
