package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

@Mistake(belief = "What is damaged cannot be decoded", caughtBy = "2.7.c")
final class WaitsForTheHeaderToLookStrange extends Misguided {

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        ByteBuffer log = load(folder, segment.file());
        List<DamagedBatch> damaged = new ArrayList<>();
        for (int position : positions(log)) {
            boolean strange = (log.getShort(position + ATTRIBUTES) & 7) > 4
                    || log.getInt(position + LAST_OFFSET_DELTA) < 0
                    || log.getInt(position + RECORDS) < 0;
            if (strange) {
                damaged.add(new DamagedBatch(position, log.getLong(position)));
            }
        }
        return damaged;
    }
}
