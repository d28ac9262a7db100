package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.OptionalInt;

@Mistake(belief = "A record without key goes to partition 0", caughtBy = "1.4.a")
final class SendsKeylessRecordsToPartitionZero extends Misguided {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        return key == null ? OptionalInt.of(0) : super.partitionFor(key, partitions);
    }
}
