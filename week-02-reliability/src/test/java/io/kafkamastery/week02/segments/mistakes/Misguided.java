package io.kafkamastery.week02.segments.mistakes;

import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.SegmentReader;
import io.kafkamastery.week02.segments.Tally;
import io.kafkamastery.week02.segments.solution.SegmentReaderSolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements SegmentReader {

    static final int LENGTH = 8;
    static final int CRC = 17;
    static final int ATTRIBUTES = 21;
    static final int LAST_OFFSET_DELTA = 23;
    static final int PRODUCER_ID = 43;
    static final int RECORDS = 57;
    static final int HEADER_BYTES = 61;

    final SegmentReader solution = new SegmentReaderSolution();

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        return solution.segments(folder);
    }

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        return solution.batches(folder, segment);
    }

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        return solution.damagedBatches(folder, segment);
    }

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        return solution.locate(folder, offset);
    }

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        return solution.tally(folder);
    }

    /** A whole file. */
    static ByteBuffer load(PartitionFolder folder, String file) throws IOException {
        try (SeekableByteChannel channel = folder.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return bytes.flip();
        }
    }

    /** Where the batches of a file begin. */
    static List<Integer> positions(ByteBuffer log) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < log.limit(); position += 12 + log.getInt(position + LENGTH)) {
            positions.add(position);
        }
        return positions;
    }

    /** The segment that holds an offset, if its name is to be believed. */
    Optional<Segment> segmentOf(PartitionFolder folder, long offset) throws IOException {
        return segments(folder).stream()
                .filter(segment -> segment.baseOffset() <= offset)
                .reduce((first, second) -> second);
    }

    /** The first batch from there on that does not end before the offset; reads headers only. */
    static Optional<Location> scan(PartitionFolder folder, Segment segment, long from, long offset) throws IOException {
        try (SeekableByteChannel log = folder.open(segment.file())) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            for (long position = from; position < log.size(); position += 12 + header.getInt(LENGTH)) {
                log.position(position).read(header.clear());
                if (header.getLong(0) + header.getInt(LAST_OFFSET_DELTA) >= offset) {
                    return Optional.of(new Location(segment.baseOffset(), position));
                }
            }
            return Optional.empty();
        }
    }
}
