package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "All records of a key are where the partitioner would put it today", caughtBy = "1.4.b")
final class LooksOnlyWhereTheKeyBelongs extends Misguided {

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            int home = partitionFor(key, scan.assignment().size()).getAsInt();
            scan.assign(List.of(new TopicPartition(topic, home)));
            return scan.sightings(record -> key.equals(record.key()));
        }
    }
}
