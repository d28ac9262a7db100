package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

@Mistake(belief = "Compaction renumbers the records that it leaves", caughtBy = "2.7.d")
final class ExpectsTheOffsetToBeThere extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        Optional<Location> location = super.locate(folder, offset);
        if (location.isPresent()) {
            Segment segment = segmentOf(folder, location.get().segment()).orElseThrow();
            try (SeekableByteChannel log = folder.open(segment.file())) {
                ByteBuffer baseOffset = ByteBuffer.allocate(Long.BYTES);
                log.position(location.get().position()).read(baseOffset);
                return location.filter(found -> baseOffset.getLong(0) <= offset);
            }
        }
        return location;
    }
}
