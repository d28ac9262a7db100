package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "A new group starts with the oldest order, of course", caughtBy = "1.6.d")
final class StartsAtTheEnd extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG); // the default is latest
        return settings;
    }
}
