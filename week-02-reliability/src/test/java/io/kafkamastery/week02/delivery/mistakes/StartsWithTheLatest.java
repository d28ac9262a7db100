package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "A group without offsets begins at the beginning", caughtBy = "2.6.a")
final class StartsWithTheLatest extends Misguided {

    @Override
    void dial(Map<String, Object> settings) {
        settings.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
    }
}
