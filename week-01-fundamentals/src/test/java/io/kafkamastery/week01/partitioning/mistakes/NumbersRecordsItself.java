package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Mistake(belief = "A partition's first record has offset 0, the next one 1, and so on", caughtBy = "1.4.b")
final class NumbersRecordsItself extends Misguided {

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        Map<Integer, Long> seen = new HashMap<>();
        Map<Integer, List<Sighting>> sightings = new HashMap<>();
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            scan.readToTheEnd(record -> {
                long offset = seen.merge(record.partition(), 1L, Long::sum) - 1;
                if (key.equals(record.key())) {
                    sightings
                            .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                            .add(new Sighting(offset, record.value()));
                }
            });
        }
        return sightings;
    }
}
