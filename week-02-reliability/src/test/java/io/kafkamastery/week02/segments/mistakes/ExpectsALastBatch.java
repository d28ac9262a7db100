package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "A log has a last batch, and that knows where the log ends", caughtBy = "2.7.e")
final class ExpectsALastBatch extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        List<Segment> segments = segments(folder);
        List<Batch> newest = batches(folder, segments.get(segments.size() - 1));
        long end = newest.get(newest.size() - 1).lastOffset() + 1;
        Tally tally = super.tally(folder);
        return end == 0 ? new Tally(0, List.of()) : tally;
    }
}
