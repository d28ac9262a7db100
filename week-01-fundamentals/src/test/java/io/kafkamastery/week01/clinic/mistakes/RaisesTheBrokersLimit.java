package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "message.max.bytes of the brokers is the limit, so that is where to raise it", caughtBy = "1.8.c")
final class RaisesTheBrokersLimit extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        set(settings, ConfigResource.Type.BROKER, "", "message.max.bytes", 20_000_000);
        return new SizeLimits(
                limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", 20_000_000));
    }
}
