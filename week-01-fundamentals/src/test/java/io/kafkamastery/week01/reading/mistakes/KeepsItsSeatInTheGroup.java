package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "group.instance.id is a name for the logs", caughtBy = "1.3.e")
final class KeepsItsSeatInTheGroup extends Misguided {

    @Override
    Map<String, Object> settings(String bootstrapServers, String groupId) {
        Map<String, Object> settings = super.settings(bootstrapServers, groupId);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "till-1");
        return settings;
    }
}
