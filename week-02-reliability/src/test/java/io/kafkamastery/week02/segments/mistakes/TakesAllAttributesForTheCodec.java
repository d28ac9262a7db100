package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Codec;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

@Mistake(belief = "The attributes of a batch say how it is compressed, and nothing else", caughtBy = "2.7.b")
final class TakesAllAttributesForTheCodec extends Misguided {

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        ByteBuffer log = load(folder, segment.file());
        return super.batches(folder, segment).stream()
                .map(batch -> new Batch(
                        batch.position(),
                        batch.sizeBytes(),
                        batch.baseOffset(),
                        batch.lastOffset(),
                        batch.records(),
                        Codec.values()[log.getShort((int) batch.position() + ATTRIBUTES)],
                        batch.baseTimestamp(),
                        batch.maxTimestamp(),
                        batch.producerId()))
                .toList();
    }
}
