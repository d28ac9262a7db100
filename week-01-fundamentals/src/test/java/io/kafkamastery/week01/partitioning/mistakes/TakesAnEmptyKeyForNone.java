package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.OptionalInt;

@Mistake(belief = "An empty key is no key", caughtBy = "1.4.a")
final class TakesAnEmptyKeyForNone extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        return key == null || key.isEmpty() ? OptionalInt.empty() : super.partitionFor(key, partitions);
    }
}
