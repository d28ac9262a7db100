package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;

@Mistake(belief = "A partition is one file", caughtBy = "2.7.e")
final class TalliesOneSegment extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        String first = segments(folder).get(0).file();
        return super.tally(new PartitionFolder() {
            @Override
            public Set<String> files() {
                return Set.of(first);
            }

            @Override
            public SeekableByteChannel open(String file) throws IOException {
                return folder.open(file);
            }
        });
    }
}
