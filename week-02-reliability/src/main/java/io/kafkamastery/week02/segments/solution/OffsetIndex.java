package io.kafkamastery.week02.segments.solution;

import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Finds a position near an offset. An entry has 8 bytes: the last offset of a batch, relative to the segment's base
 * offset, and the position where this batch begins. Only one batch in every 4 KiB or so has an entry.
 */
final class OffsetIndex {

    private static final int ENTRY_BYTES = 8;

    private OffsetIndex() {}

    // region: look-up
    /** The highest known position at or before the batch that holds the offset; 0 if no entry is low enough. */
    static long lookUp(PartitionFolder folder, Segment segment, long offset) throws IOException {
        String file = segment.file().replace(".log", ".index");
        try (SeekableByteChannel index = folder.open(file)) {
            long position = 0;
            long low = 0;
            long high = index.size() / ENTRY_BYTES;
            while (low < high) {
                long middle = (low + high) >>> 1;
                ByteBuffer entry = Bytes.read(index, middle * ENTRY_BYTES, ENTRY_BYTES);
                int relativeOffset = entry.getInt();
                int entryPosition = entry.getInt();
                // The index of the active segment has its full size from the start; what is not used yet is zero, and
                // no entry points to position 0.
                if (entryPosition > 0 && segment.baseOffset() + relativeOffset <= offset) {
                    position = entryPosition;
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return position;
        }
    }
    // endregion
}
