package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Mistake(belief = "The garbage collector closes files", caughtBy = "2.7.a")
final class LeavesFilesOpen extends Misguided {

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String file : folder.files()) {
            if (file.endsWith(".log")) {
                segments.add(new Segment(
                        Long.parseLong(file.substring(0, 20)),
                        file,
                        folder.open(file).size()));
            }
        }
        segments.sort(Comparator.comparingLong(Segment::baseOffset));
        return segments;
    }
}
