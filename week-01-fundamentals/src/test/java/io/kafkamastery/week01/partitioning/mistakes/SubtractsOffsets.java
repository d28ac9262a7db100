package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Offsets tell how many records there are, without reading any", caughtBy = "1.4.d")
final class SubtractsOffsets extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = new HashMap<>();
            Map<TopicPartition, Long> beginnings = scan.beginningOffsets(scan.assignment());
            scan.endOffsets(scan.assignment())
                    .forEach((partition, end) -> counts.put(partition.partition(), end - beginnings.get(partition)));
            return counts;
        }
    }
}
