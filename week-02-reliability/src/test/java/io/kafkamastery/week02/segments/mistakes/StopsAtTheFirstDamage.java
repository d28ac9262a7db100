package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "Behind a damaged batch nothing can be read", caughtBy = "2.7.c")
final class StopsAtTheFirstDamage extends Misguided {

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        return super.damagedBatches(folder, segment).stream().limit(1).toList();
    }
}
