package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Codec;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Mistake(belief = "Kafka writes numbers as the processor has them", caughtBy = "2.7.b")
final class ReadsLittleEndian extends Misguided {

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        ByteBuffer log = load(folder, segment.file()).order(ByteOrder.LITTLE_ENDIAN);
        List<Batch> batches = new ArrayList<>();
        for (int position = 0; position < log.limit(); position += 12 + log.getInt(position + LENGTH)) {
            long baseOffset = log.getLong(position);
            batches.add(new Batch(
                    position,
                    12 + log.getInt(position + LENGTH),
                    baseOffset,
                    baseOffset + log.getInt(position + LAST_OFFSET_DELTA),
                    log.getInt(position + RECORDS),
                    Codec.values()[log.getShort(position + ATTRIBUTES) & 7],
                    Instant.ofEpochMilli(log.getLong(position + 27)),
                    Instant.ofEpochMilli(log.getLong(position + 35)),
                    log.getLong(position + PRODUCER_ID)));
        }
        return batches;
    }
}
