package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Utils;

@Mistake(belief = "A hash modulo n lies between 0 and n - 1", caughtBy = "1.4.a")
final class ForgetsNegativeHashes extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)) % partitions);
    }
}
