package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A topic without keys fills its first partition", caughtBy = "1.7.a")
final class ReadsTheFirstPartition extends Misguided {

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        try (Look look = new Look(bootstrapServers, topic)) {
            look.assign(List.of(new TopicPartition(topic, 0)));
            Set<String> values = look.values();
            values.retainAll(deliveries.stream().map(Delivery::order).toList());
            return values;
        }
    }
}
