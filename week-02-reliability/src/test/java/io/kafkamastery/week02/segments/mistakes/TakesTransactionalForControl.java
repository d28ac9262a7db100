package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;

@Mistake(belief = "The transactional bit marks the control records", caughtBy = "2.7.e")
final class TakesTransactionalForControl extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        long dataRecords = 0;
        for (Segment segment : segments(folder)) {
            ByteBuffer log = load(folder, segment.file());
            for (int position : positions(log)) {
                boolean transactional = (log.getShort(position + ATTRIBUTES) & 1 << 4) != 0;
                dataRecords += transactional ? 0 : log.getInt(position + RECORDS);
            }
        }
        return new Tally(dataRecords, super.tally(folder).markers());
    }
}
