package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.List;
import java.util.Map;

@Mistake(belief = "Every record has a key", caughtBy = "1.4.b")
final class ExpectsEveryRecordToHaveAKey extends Misguided {

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            return scan.sightings(record -> record.key().equals(key));
        }
    }
}
