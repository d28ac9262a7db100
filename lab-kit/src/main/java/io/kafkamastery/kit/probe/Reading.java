package io.kafkamastery.kit.probe;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What somebody read: which id stands where.
 *
 * @param name how sentences call it, for example {@code after the failover}
 * @param ids the ids that were read, by their place in the log
 */
public record Reading(String name, Map<Position, String> ids) {

    public Reading {
        ids = Collections.unmodifiableMap(new TreeMap<>(ids));
    }

    /**
     * A reading of these records.
     *
     * @param id finds in a record the id that its attempt has
     */
    public static <K, V> Reading of(
            String name, Collection<ConsumerRecord<K, V>> records, Function<ConsumerRecord<K, V>, String> id) {
        Map<Position, String> ids = new TreeMap<>();
        records.forEach(record -> ids.put(
                new Position(new TopicPartition(record.topic(), record.partition()), record.offset()),
                Objects.requireNonNull(
                        id.apply(record),
                        () -> "No id in the record at offset " + record.offset() + " of " + record.topic() + "-"
                                + record.partition())));
        return new Reading(name, ids);
    }
}
