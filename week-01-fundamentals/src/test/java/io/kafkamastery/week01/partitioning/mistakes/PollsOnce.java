package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(
        belief = "poll() returns what is in the topic, if it may take long enough",
        caughtBy = {"1.4.b", "1.4.d"})
final class PollsOnce extends Misguided {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        Map<Integer, List<Sighting>> sightings = new HashMap<>();
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            for (ConsumerRecord<String, String> record : scan.poll(LONG_ENOUGH)) {
                if (key.equals(record.key())) {
                    sightings
                            .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                            .add(new Sighting(record.offset(), record.value()));
                }
            }
        }
        return sightings;
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = scan.noneInAnyPartition();
            for (ConsumerRecord<String, String> record : scan.poll(LONG_ENOUGH)) {
                if (record.key() == null) {
                    counts.merge(record.partition(), 1L, Long::sum);
                }
            }
            return counts;
        }
    }
}
