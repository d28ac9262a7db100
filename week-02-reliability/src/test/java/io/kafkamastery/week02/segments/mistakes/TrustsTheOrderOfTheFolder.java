package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

@Mistake(belief = "A folder lists its files by name", caughtBy = "2.7.a")
final class TrustsTheOrderOfTheFolder extends Misguided {

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String file : folder.files()) {
            if (file.endsWith(".log")) {
                try (SeekableByteChannel log = folder.open(file)) {
                    segments.add(new Segment(Long.parseLong(file.substring(0, 20)), file, log.size()));
                }
            }
        }
        return segments;
    }
}
