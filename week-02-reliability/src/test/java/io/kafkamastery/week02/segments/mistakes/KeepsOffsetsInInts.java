package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import java.io.IOException;
import java.util.Optional;

@Mistake(belief = "The index has offsets of four bytes, so any offset can be made one", caughtBy = "2.7.d")
final class KeepsOffsetsInInts extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        long base = segments(folder).get(0).baseOffset();
        int relative = (int) (offset - base);
        return super.locate(folder, base + relative);
    }
}
