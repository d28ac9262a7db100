package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Marker;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;

@Mistake(belief = "Aborting takes a transaction's records out of the log", caughtBy = "2.7.e")
final class BelievesThatAbortedRecordsAreGone extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        Tally tally = super.tally(folder);
        long aborted = 0;
        for (Segment segment : segments(folder)) {
            for (Batch batch : batches(folder, segment)) {
                boolean control = tally.markers().stream().anyMatch(marker -> marker.offset() == batch.baseOffset());
                boolean ended = tally.markers().stream()
                        .filter(marker -> marker.producerId() == batch.producerId())
                        .anyMatch(marker -> marker.end() == Marker.End.ABORTED);
                aborted += ended && !control ? batch.records() : 0;
            }
        }
        return new Tally(tally.dataRecords() - aborted, tally.markers());
    }
}
