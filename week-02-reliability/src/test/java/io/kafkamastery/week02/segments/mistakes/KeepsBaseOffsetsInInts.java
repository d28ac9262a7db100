package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "No partition will ever hold more than two billion records", caughtBy = "2.7.a")
final class KeepsBaseOffsetsInInts extends Misguided {

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        return super.segments(folder).stream()
                .map(segment -> new Segment(
                        Integer.parseInt(segment.file().replace(".log", "")), segment.file(), segment.sizeBytes()))
                .toList();
    }
}
