package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(
        belief = "An empty poll means that the end of the topic is reached",
        caughtBy = {"1.4.b", "1.4.d"})
final class StopsAtAnEmptyPoll extends Misguided {

    /** Ample for a first fetch, so that it is not the time that runs out. */
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        Map<Integer, List<Sighting>> sightings = new HashMap<>();
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            readUntilNothingComes(scan, record -> {
                if (key.equals(record.key())) {
                    sightings
                            .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                            .add(new Sighting(record.offset(), record.value()));
                }
            });
        }
        return sightings;
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = scan.noneInAnyPartition();
            readUntilNothingComes(scan, record -> {
                if (record.key() == null) {
                    counts.merge(record.partition(), 1L, Long::sum);
                }
            });
            return counts;
        }
    }

    private static void readUntilNothingComes(Scan scan, Consumer<ConsumerRecord<String, String>> action) {
        ConsumerRecords<String, String> records;
        do {
            records = scan.poll(POLL);
            records.forEach(action);
        } while (!records.isEmpty());
    }
}
