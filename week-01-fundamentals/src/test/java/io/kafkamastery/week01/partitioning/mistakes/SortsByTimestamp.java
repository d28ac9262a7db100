package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "A partition's order is the order of its timestamps", caughtBy = "1.4.b")
final class SortsByTimestamp extends Misguided {

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            scan.readToTheEnd(records::add);
        }
        records.removeIf(record -> !key.equals(record.key()));
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        Map<Integer, List<Sighting>> sightings = new HashMap<>();
        records.forEach(record -> sightings
                .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                .add(new Sighting(record.offset(), record.value())));
        return sightings;
    }
}
