package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.week01.partitioning.KeyMove;
import io.kafkamastery.week01.partitioning.PartitionMap;
import io.kafkamastery.week01.partitioning.Sighting;
import io.kafkamastery.week01.partitioning.solution.PartitionMapSolution;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements PartitionMap {

    private final PartitionMap solution = new PartitionMapSolution();

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        return solution.partitionFor(key, partitions);
    }

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        return solution.sightings(bootstrapServers, topic, key);
    }

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        return solution.moves(keys, before, after);
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        return solution.recordsWithoutKey(bootstrapServers, topic);
    }
}
