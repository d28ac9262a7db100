package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

@Mistake(belief = "The index knows every batch", caughtBy = "2.7.d")
final class TakesTheEntryForTheBatch extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        Segment segment = segmentOf(folder, offset).orElse(null);
        if (segment == null || super.locate(folder, offset).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer index = load(folder, segment.file().replace(".log", ".index"));
        int position = 0;
        while (index.hasRemaining()) {
            int entryOffset = index.getInt();
            int entryPosition = index.getInt();
            if (entryPosition > 0 && segment.baseOffset() + entryOffset <= offset) {
                position = entryPosition;
            }
        }
        return Optional.of(new Location(segment.baseOffset(), position));
    }
}
