package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Mistake(belief = "Whatever has .log in its name is a piece of the log", caughtBy = "2.7.a")
final class ListsDeletedSegments extends Misguided {

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String file : folder.files()) {
            if (file.contains(".log")) {
                try (SeekableByteChannel log = folder.open(file)) {
                    segments.add(new Segment(Long.parseLong(file.substring(0, 20)), file, log.size()));
                }
            }
        }
        segments.sort(Comparator.comparingLong(Segment::baseOffset));
        return segments;
    }
}
