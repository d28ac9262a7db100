package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Utils;

@Mistake(belief = "Whichever way a negative hash is made positive, the partition is the same", caughtBy = "1.4.a")
final class TakesTheAbsoluteValue extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.abs(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions);
    }
}
