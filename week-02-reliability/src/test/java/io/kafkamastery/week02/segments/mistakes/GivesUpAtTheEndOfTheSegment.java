package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.Optional;

@Mistake(belief = "A segment holds every offset from its base offset to that of the next segment", caughtBy = "2.7.d")
final class GivesUpAtTheEndOfTheSegment extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        long segment = segmentOf(folder, offset).map(Segment::baseOffset).orElse(-1L);
        return super.locate(folder, offset).filter(location -> location.segment() == segment);
    }
}
