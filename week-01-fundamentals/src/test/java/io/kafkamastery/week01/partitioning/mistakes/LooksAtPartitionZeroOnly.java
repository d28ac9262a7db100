package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A topic is one log, and partition 0 is where it is", caughtBy = "1.4.b")
final class LooksAtPartitionZeroOnly extends Misguided {

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            scan.assign(List.of(new TopicPartition(topic, 0)));
            return scan.sightings(record -> key.equals(record.key()));
        }
    }
}
