package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "The group id is a constant of the program", caughtBy = "1.6.d")
final class IgnoresTheGroupId extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "order-crew");
        return settings;
    }
}
