package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.dials.Delivery;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "An empty poll means that the end of the topic is reached", caughtBy = "1.7.a")
final class StopsAtAnEmptyPoll extends Misguided {

    /** Ample for a first fetch, so that it is not the time that runs out. */
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        Set<String> values = new HashSet<>();
        try (Look look = new Look(bootstrapServers, topic)) {
            ConsumerRecords<String, String> records;
            do {
                records = look.poll(POLL);
                records.forEach(record -> values.add(record.value()));
            } while (!records.isEmpty());
        }
        values.retainAll(deliveries.stream().map(Delivery::order).toList());
        return values;
    }
}
