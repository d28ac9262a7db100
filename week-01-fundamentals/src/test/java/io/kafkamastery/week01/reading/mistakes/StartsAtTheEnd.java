package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "A new group starts at the beginning by itself", caughtBy = "1.3.a")
final class StartsAtTheEnd extends Misguided {

    @Override
    Map<String, Object> settings(String bootstrapServers, String groupId) {
        Map<String, Object> settings = super.settings(bootstrapServers, groupId);
        settings.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        return settings;
    }
}
