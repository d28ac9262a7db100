package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Utils;

@Mistake(belief = "A text has one byte form: what getBytes() gives", caughtBy = "1.4.a")
final class EncodesWithThePlatformsCharset extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        // What getBytes() without a charset did before Java 18 on machines set up for Western Europe.
        byte[] bytes = key.getBytes(StandardCharsets.ISO_8859_1);
        return OptionalInt.of(Utils.toPositive(Utils.murmur2(bytes)) % partitions);
    }
}
