package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

@Mistake(belief = "An index has as many entries as fit into its file", caughtBy = "2.7.d")
final class SearchesTheUnusedPartOfTheIndex extends Misguided {

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        Segment segment = segmentOf(folder, offset).orElse(null);
        if (segment == null || offset < segment.baseOffset()) {
            return Optional.empty();
        }
        ByteBuffer index = load(folder, segment.file().replace(".log", ".index"));
        int low = 0;
        int high = index.limit() / 8 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (segment.baseOffset() + index.getInt(8 * middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int position = high < 0 ? 0 : index.getInt(8 * high + 4);
        return scan(folder, segment, position, offset);
    }
}
