package io.kafkamastery.week02.segments.solution;

import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.Marker;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.SegmentReader;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Walks from batch header to batch header, and reads no more of a file than a question needs. */
public final class SegmentReaderSolution implements SegmentReader {

    private static final Pattern LOG_FILE = Pattern.compile("(\\d{20})\\.log");

    /** What a walk does at each batch; it goes on as long as this returns true. */
    @FunctionalInterface
    private interface Visitor {
        boolean visit(BatchHeader batch, SeekableByteChannel log) throws IOException;
    }

    // region: segments
    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String file : folder.files()) {
            Matcher name = LOG_FILE.matcher(file);
            if (name.matches()) { // the whole name: 00000000000000000000.log.deleted is no segment any more
                try (SeekableByteChannel log = folder.open(file)) {
                    segments.add(new Segment(Long.parseLong(name.group(1)), file, log.size()));
                }
            }
        }
        segments.sort(Comparator.comparingLong(Segment::baseOffset));
        return segments;
    }
    // endregion

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        List<Batch> batches = new ArrayList<>();
        walk(folder, segment, 0, (batch, log) -> batches.add(batch.toBatch()));
        return batches;
    }

    // region: crc
    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        List<DamagedBatch> damaged = new ArrayList<>();
        walk(folder, segment, 0, (batch, log) -> {
            int covered = batch.sizeBytes() - BatchHeader.CRC_COVERS_FROM;
            CRC32C crc = new CRC32C();
            crc.update(Bytes.read(log, batch.position() + BatchHeader.CRC_COVERS_FROM, covered));
            if (crc.getValue() != batch.crc()) {
                damaged.add(new DamagedBatch(batch.position(), batch.baseOffset()));
            }
            return true;
        });
        return damaged;
    }
    // endregion

    // region: locate
    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        List<Segment> segments = segments(folder);
        int first = segments.size() - 1;
        while (first >= 0 && segments.get(first).baseOffset() > offset) {
            first--;
        }
        if (first < 0) {
            return Optional.empty();
        }
        long position = OffsetIndex.lookUp(folder, segments.get(first), offset);
        Optional<Location> found = scan(folder, segments.get(first), position, offset);
        // Compaction may have taken the last records of a segment away.
        for (int next = first + 1; found.isEmpty() && next < segments.size(); next++) {
            found = scan(folder, segments.get(next), 0, offset);
        }
        return found;
    }

    private static Optional<Location> scan(PartitionFolder folder, Segment segment, long from, long offset)
            throws IOException {
        List<Location> found = new ArrayList<>(1);
        walk(folder, segment, from, (batch, log) -> {
            if (batch.lastOffset() >= offset) {
                found.add(new Location(segment.baseOffset(), batch.position()));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }
    // endregion

    // region: tally
    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        List<Marker> markers = new ArrayList<>();
        long[] dataRecords = {0};
        for (Segment segment : segments(folder)) {
            walk(folder, segment, 0, (batch, log) -> {
                if (batch.isControl()) {
                    markers.add(marker(batch, log));
                } else {
                    dataRecords[0] += batch.records();
                }
                return true;
            });
        }
        return new Tally(dataRecords[0], markers);
    }

    /** A control batch holds one record, never compressed; its key is a version and a type, two bytes each. */
    private static Marker marker(BatchHeader batch, SeekableByteChannel log) throws IOException {
        int bytes = batch.sizeBytes() - BatchHeader.BYTES;
        ByteBuffer markerRecord = Bytes.read(log, batch.position() + BatchHeader.BYTES, bytes);
        Bytes.varint(markerRecord); // length
        markerRecord.get(); // attributes
        Bytes.varint(markerRecord); // timestamp delta
        long offset = batch.baseOffset() + Bytes.varint(markerRecord);
        Bytes.varint(markerRecord); // key length
        markerRecord.getShort(); // version
        return new Marker(offset, batch.producerId(), Marker.End.values()[markerRecord.getShort()]);
    }
    // endregion

    private static void walk(PartitionFolder folder, Segment segment, long from, Visitor visitor) throws IOException {
        try (SeekableByteChannel log = folder.open(segment.file())) {
            long position = from;
            boolean goOn = true;
            while (goOn && position < segment.sizeBytes()) {
                BatchHeader batch = BatchHeader.read(log, position);
                goOn = visitor.visit(batch, log);
                position += batch.sizeBytes();
            }
        }
    }
}
