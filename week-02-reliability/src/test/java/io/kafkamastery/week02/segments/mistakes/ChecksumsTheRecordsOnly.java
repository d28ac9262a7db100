package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

@Mistake(belief = "The CRC covers the records; a header needs none", caughtBy = "2.7.c")
final class ChecksumsTheRecordsOnly extends Misguided {

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        ByteBuffer log = load(folder, segment.file());
        List<DamagedBatch> damaged = new ArrayList<>();
        for (int position : positions(log)) {
            int end = position + 12 + log.getInt(position + LENGTH);
            CRC32C crc = new CRC32C();
            crc.update(log.slice(position + HEADER_BYTES, end - position - HEADER_BYTES));
            if (crc.getValue() != Integer.toUnsignedLong(log.getInt(position + CRC))) {
                damaged.add(new DamagedBatch(position, log.getLong(position)));
            }
        }
        return damaged;
    }
}
