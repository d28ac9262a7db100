package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "Records without key are dealt out to the partitions in turn", caughtBy = "1.4.d")
final class AssumesRoundRobin extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        Map<Integer, Long> counts = super.recordsWithoutKey(bootstrapServers, topic);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        int partitions = counts.size();
        counts.replaceAll((partition, count) -> all / partitions + (partition < all % partitions ? 1 : 0));
        return counts;
    }
}
