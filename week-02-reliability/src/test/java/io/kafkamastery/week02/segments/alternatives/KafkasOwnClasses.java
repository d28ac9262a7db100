package io.kafkamastery.week02.segments.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Codec;
import io.kafkamastery.week02.segments.DamagedBatch;
import io.kafkamastery.week02.segments.Location;
import io.kafkamastery.week02.segments.Marker;
import io.kafkamastery.week02.segments.PartitionFolder;
import io.kafkamastery.week02.segments.Segment;
import io.kafkamastery.week02.segments.SegmentReader;
import io.kafkamastery.week02.segments.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;

/** Leaves the decoding to the client library, and reads the whole index and the log in pieces of 16 KiB. */
@Alternative("Kafka's internal record classes; the index in a TreeMap")
final class KafkasOwnClasses implements SegmentReader {

    private static final int PIECE_BYTES = 16 * 1024;
    private static final int UP_TO_LAST_OFFSET_DELTA = 27;

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        Map<Long, Segment> segments = new TreeMap<>();
        for (String file : folder.files()) {
            if (file.endsWith(".log")) {
                try (SeekableByteChannel log = folder.open(file)) {
                    long baseOffset = Long.parseLong(file.substring(0, file.indexOf('.')));
                    segments.put(baseOffset, new Segment(baseOffset, file, log.size()));
                }
            }
        }
        return List.copyOf(segments.values());
    }

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        List<Batch> batches = new ArrayList<>();
        long position = 0;
        for (MutableRecordBatch batch : records(folder, segment).batches()) {
            batches.add(new Batch(
                    position,
                    batch.sizeInBytes(),
                    batch.baseOffset(),
                    batch.lastOffset(),
                    batch.countOrNull(),
                    Codec.valueOf(batch.compressionType().name()),
                    Instant.ofEpochMilli(((DefaultRecordBatch) batch).baseTimestamp()),
                    Instant.ofEpochMilli(batch.maxTimestamp()),
                    batch.producerId()));
            position += batch.sizeInBytes();
        }
        return batches;
    }

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        List<DamagedBatch> damaged = new ArrayList<>();
        long position = 0;
        for (MutableRecordBatch batch : records(folder, segment).batches()) {
            if (!batch.isValid()) {
                damaged.add(new DamagedBatch(position, batch.baseOffset()));
            }
            position += batch.sizeInBytes();
        }
        return damaged;
    }

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        TreeMap<Long, Segment> segments = new TreeMap<>();
        segments(folder).forEach(segment -> segments.put(segment.baseOffset(), segment));
        Map.Entry<Long, Segment> first = segments.floorEntry(offset);
        if (first == null) {
            return Optional.empty();
        }
        for (Segment segment : segments.tailMap(first.getKey()).values()) {
            Optional<Location> found = search(folder, segment, offset);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Location> search(PartitionFolder folder, Segment segment, long offset) throws IOException {
        Map.Entry<Long, Integer> entry = index(folder, segment).floorEntry(offset);
        long position = entry == null ? 0 : entry.getValue();
        while (position < segment.sizeBytes()) {
            ByteBuffer piece = piece(folder, segment, position);
            while (piece.remaining() >= UP_TO_LAST_OFFSET_DELTA) {
                int at = piece.position();
                if (piece.getLong(at) + piece.getInt(at + 23) >= offset) {
                    return Optional.of(new Location(segment.baseOffset(), position));
                }
                int size = 12 + piece.getInt(at + 8);
                position += size;
                piece.position(Math.min(piece.limit(), at + size));
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer piece(PartitionFolder folder, Segment segment, long position) throws IOException {
        try (SeekableByteChannel log = folder.open(segment.file())) {
            InputStream bytes = Channels.newInputStream(log.position(position));
            return ByteBuffer.wrap(bytes.readNBytes(PIECE_BYTES));
        }
    }

    private static TreeMap<Long, Integer> index(PartitionFolder folder, Segment segment) throws IOException {
        TreeMap<Long, Integer> index = new TreeMap<>();
        try (SeekableByteChannel file = folder.open(segment.file().replace(".log", ".index"))) {
            ByteBuffer entries = ByteBuffer.wrap(Channels.newInputStream(file).readAllBytes());
            while (entries.hasRemaining()) {
                long offset = segment.baseOffset() + entries.getInt();
                int position = entries.getInt();
                if (position == 0) {
                    break; // from here on the index is not used yet
                }
                index.put(offset, position);
            }
        }
        return index;
    }

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        long dataRecords = 0;
        List<Marker> markers = new ArrayList<>();
        for (Segment segment : segments(folder)) {
            for (MutableRecordBatch batch : records(folder, segment).batches()) {
                if (batch.isControlBatch()) {
                    Record one = batch.iterator().next();
                    boolean committed = ControlRecordType.parse(one.key()) == ControlRecordType.COMMIT;
                    markers.add(new Marker(
                            one.offset(), batch.producerId(), committed ? Marker.End.COMMITTED : Marker.End.ABORTED));
                } else {
                    dataRecords +=
                            StreamSupport.stream(batch.spliterator(), false).count();
                }
            }
        }
        return new Tally(dataRecords, markers);
    }

    private static MemoryRecords records(PartitionFolder folder, Segment segment) throws IOException {
        try (SeekableByteChannel log = folder.open(segment.file())) {
            return MemoryRecords.readableRecords(
                    ByteBuffer.wrap(Channels.newInputStream(log).readAllBytes()));
        }
    }
}
