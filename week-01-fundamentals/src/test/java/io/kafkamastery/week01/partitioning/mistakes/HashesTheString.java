package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.OptionalInt;

@Mistake(belief = "The partition is the key's hashCode modulo the number of partitions", caughtBy = "1.4.a")
final class HashesTheString extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.abs(key.hashCode()) % partitions);
    }
}
