package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

@Mistake(belief = "A CRC of 32 bits is a CRC of 32 bits", caughtBy = "2.7.c")
final class UsesAnotherCrc extends Misguided {

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        ByteBuffer log = load(folder, segment.file());
        List<DamagedBatch> damaged = new ArrayList<>();
        for (int position : positions(log)) {
            int end = position + 12 + log.getInt(position + LENGTH);
            CRC32 crc = new CRC32();
            crc.update(log.slice(position + ATTRIBUTES, end - position - ATTRIBUTES));
            if (crc.getValue() != Integer.toUnsignedLong(log.getInt(position + CRC))) {
                damaged.add(new DamagedBatch(position, log.getLong(position)));
            }
        }
        return damaged;
    }
}
