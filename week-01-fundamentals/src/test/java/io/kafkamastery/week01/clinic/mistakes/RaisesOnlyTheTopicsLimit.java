package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "The topic has the limit; a producer sends what it is given", caughtBy = "1.8.c")
final class RaisesOnlyTheTopicsLimit extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        set(settings, ConfigResource.Type.TOPIC, topic, "max.message.bytes", 20_000_000);
        return limits;
    }
}
