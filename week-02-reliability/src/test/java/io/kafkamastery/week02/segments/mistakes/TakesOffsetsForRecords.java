package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "Between the first offset of a batch and the last one, every offset is a record", caughtBy = "2.7.b")
final class TakesOffsetsForRecords extends Misguided {

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        return super.batches(folder, segment).stream()
                .map(batch -> new Batch(
                        batch.position(),
                        batch.sizeBytes(),
                        batch.baseOffset(),
                        batch.lastOffset(),
                        (int) (batch.lastOffset() - batch.baseOffset() + 1),
                        batch.codec(),
                        batch.baseTimestamp(),
                        batch.maxTimestamp(),
                        batch.producerId()))
                .toList();
    }
}
