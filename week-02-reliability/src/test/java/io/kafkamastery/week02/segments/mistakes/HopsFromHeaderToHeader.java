package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.Optional;

@Mistake(belief = "Reading no more than the headers, one is quick enough without an index", caughtBy = "2.7.d")
final class HopsFromHeaderToHeader extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        for (Segment segment : segments(folder)) {
            if (offset >= segments(folder).get(0).baseOffset()) {
                Optional<Location> found = scan(folder, segment, 0, offset);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
