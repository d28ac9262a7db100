package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "Every consumer needs a group id of its own", caughtBy = "1.6.a")
final class GroupPerWorker extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId + "-" + worker);
        return settings;
    }
}
