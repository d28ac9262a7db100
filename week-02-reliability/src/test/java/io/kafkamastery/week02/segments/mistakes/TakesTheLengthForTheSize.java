package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "The length in a batch is the length of the batch", caughtBy = "2.7.b")
final class TakesTheLengthForTheSize extends Misguided {

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        return super.batches(folder, segment).stream()
                .map(batch -> new Batch(
                        batch.position(),
                        batch.sizeBytes() - Long.BYTES - Integer.BYTES,
                        batch.baseOffset(),
                        batch.lastOffset(),
                        batch.records(),
                        batch.codec(),
                        batch.baseTimestamp(),
                        batch.maxTimestamp(),
                        batch.producerId()))
                .toList();
    }
}
