package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Marker;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.util.List;

@Mistake(belief = "The key of a control record begins with its type", caughtBy = "2.7.e")
final class TakesTheVersionForTheType extends Misguided {

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        Tally tally = super.tally(folder);
        List<Marker> markers = tally.markers().stream() // the version is 0, and so is the type of an abort
                .map(marker -> new Marker(marker.offset(), marker.producerId(), Marker.End.ABORTED))
                .toList();
        return new Tally(tally.dataRecords(), markers);
    }
}
