package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "An order of n bytes fits through a limit of n bytes", caughtBy = "1.8.c")
final class ForgetsWhatIsAroundTheValue extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        set(settings, ConfigResource.Type.TOPIC, topic, "max.message.bytes", largestOrderBytes);
        return new SizeLimits(
                limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", largestOrderBytes));
    }
}
