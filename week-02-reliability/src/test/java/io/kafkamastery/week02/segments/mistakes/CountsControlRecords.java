package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;

@Mistake(belief = "Every record in the log is data", caughtBy = "2.7.e")
final class CountsControlRecords extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        long records = 0;
        for (Segment segment : segments(folder)) {
            records +=
                    batches(folder, segment).stream().mapToInt(Batch::records).sum();
        }
        return new Tally(records, super.tally(folder).markers());
    }
}
