package io.kafkamastery.week01.partitioning.starter;

import io.kafkamastery.week01.partitioning.KeyMove;
import io.kafkamastery.week01.partitioning.PartitionMap;
import io.kafkamastery.week01.partitioning.Sighting;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Lab 1.4: yours to write. The contract, {@link PartitionMap}, says what each method has to do. */
public final class MyPartitionMap implements PartitionMap {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        throw new UnsupportedOperationException(
                "TODO 1.4.a: hash the key's bytes as the default partitioner does, and fold the hash into the partitions");
    }

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        throw new UnsupportedOperationException(
                "TODO 1.4.b: read every partition up to its end offset, and keep the records with this key");
    }

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        throw new UnsupportedOperationException(
                "TODO 1.4.c: compare where each key goes with so many partitions, and with so many more");
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        throw new UnsupportedOperationException(
                "TODO 1.4.d: read every partition up to its end offset, and count the records whose key is null");
    }

    /** Plays your map against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = args.length > 1 ? args[1] : "orders";
        PartitionMap map = new MyPartitionMap();

        for (String customer : List.of("customer-1", "customer-2", "customer-3")) {
            System.out.println(customer + " goes to partition "
                    + map.partitionFor(customer, 4).getAsInt() + " of 4");
        }
        System.out.println(
                "From 4 to 6 partitions: " + map.moves(Set.of("customer-1", "customer-2", "customer-3"), 4, 6));
        System.out.println(
                "Records of customer-1 in " + topic + ": " + map.sightings(bootstrapServers, topic, "customer-1"));
        System.out.println("Records without key: " + map.recordsWithoutKey(bootstrapServers, topic));
    }
}
