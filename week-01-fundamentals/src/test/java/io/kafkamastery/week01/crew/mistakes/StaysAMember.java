package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

@Mistake(belief = "With group.instance.id there are fewer rebalances, and else nothing changes", caughtBy = "1.6.c")
final class StaysAMember extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, worker);
        return settings;
    }
}
