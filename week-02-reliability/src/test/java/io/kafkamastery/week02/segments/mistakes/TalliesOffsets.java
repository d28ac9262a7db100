package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Marker;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "From the first offset to the last one, each is a record", caughtBy = "2.7.e")
final class TalliesOffsets extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        List<Marker> markers = super.tally(folder).markers();
        long offsets = 0;
        for (Segment segment : segments(folder)) {
            for (Batch batch : batches(folder, segment)) {
                offsets += batch.lastOffset() - batch.baseOffset() + 1;
            }
        }
        return new Tally(offsets - markers.size(), markers);
    }
}
