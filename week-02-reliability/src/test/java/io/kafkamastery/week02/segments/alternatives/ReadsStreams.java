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
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads forwards only, field after field, each batch whole. */
@Alternative("DataInputStream, one batch after the other, bodies included; the marker's type at its fixed place")
final class ReadsStreams implements SegmentReader {

    /** A batch that has been read completely. */
    private record Whole(long position, long baseOffset, int length, int crc, byte[] covered) {

        DataInputStream fields() {
            return new DataInputStream(new ByteArrayInputStream(covered));
        }

        int lastOffsetDelta() throws IOException {
            DataInputStream fields = fields();
            fields.readShort();
            return fields.readInt();
        }

        boolean isControl() {
            return (covered[1] & 0x20) != 0;
        }

        int records() throws IOException {
            DataInputStream fields = fields();
            fields.skipNBytes(36);
            return fields.readInt();
        }

        long producerId() throws IOException {
            DataInputStream fields = fields();
            fields.skipNBytes(22);
            return fields.readLong();
        }

        Batch toBatch() throws IOException {
            DataInputStream fields = fields();
            int attributes = fields.readUnsignedShort();
            int lastOffsetDelta = fields.readInt();
            Instant baseTimestamp = Instant.ofEpochMilli(fields.readLong());
            Instant maxTimestamp = Instant.ofEpochMilli(fields.readLong());
            return new Batch(
                    position,
                    length + 12,
                    baseOffset,
                    baseOffset + lastOffsetDelta,
                    records(),
                    Codec.values()[attributes % 8],
                    baseTimestamp,
                    maxTimestamp,
                    producerId());
        }
    }

    @FunctionalInterface
    private interface Action {
        boolean perform(Whole batch) throws IOException;
    }

    @Override
    public List<Segment> segments(PartitionFolder folder) throws IOException {
        List<String> files = folder.files().stream()
                .filter(file -> file.matches("[0-9]+[.]log"))
                .sorted()
                .toList();
        List<Segment> segments = new ArrayList<>();
        for (String file : files) {
            try (SeekableByteChannel log = folder.open(file)) {
                segments.add(new Segment(Long.parseLong(file.split("[.]")[0]), file, log.size()));
            }
        }
        return segments;
    }

    @Override
    public List<Batch> batches(PartitionFolder folder, Segment segment) throws IOException {
        List<Batch> batches = new ArrayList<>();
        forEach(folder, segment, 0, batch -> batches.add(batch.toBatch()));
        return batches;
    }

    @Override
    public List<DamagedBatch> damagedBatches(PartitionFolder folder, Segment segment) throws IOException {
        List<DamagedBatch> damaged = new ArrayList<>();
        forEach(folder, segment, 0, batch -> {
            CRC32C crc = new CRC32C();
            crc.update(batch.covered());
            if ((int) crc.getValue() != batch.crc()) {
                damaged.add(new DamagedBatch(batch.position(), batch.baseOffset()));
            }
            return true;
        });
        return damaged;
    }

    @Override
    public Optional<Location> locate(PartitionFolder folder, long offset) throws IOException {
        List<Segment> segments = segments(folder);
        Optional<Segment> start = segments.stream()
                .filter(segment -> segment.baseOffset() <= offset)
                .max(Comparator.comparing(Segment::baseOffset));
        List<Location> found = new ArrayList<>();
        if (start.isPresent()) {
            for (Segment segment : segments.subList(segments.indexOf(start.get()), segments.size())) {
                if (found.isEmpty()) {
                    forEach(folder, segment, nearest(folder, segment, offset), batch -> {
                        if (batch.baseOffset() + batch.lastOffsetDelta() >= offset) {
                            found.add(new Location(segment.baseOffset(), batch.position()));
                        }
                        return found.isEmpty();
                    });
                }
            }
        }
        return found.stream().findAny();
    }

    private static long nearest(PartitionFolder folder, Segment segment, long offset) throws IOException {
        try (DataInputStream index = open(folder, segment.file().replaceAll("log$", "index"), 0)) {
            long nearest = 0;
            while (true) {
                long entry = segment.baseOffset() + index.readInt();
                int position = index.readInt();
                if (position == 0 || entry > offset) {
                    return nearest;
                }
                nearest = position;
            }
        } catch (EOFException end) {
            return last(folder, segment);
        }
    }

    private static long last(PartitionFolder folder, Segment segment) throws IOException {
        try (SeekableByteChannel file = folder.open(segment.file().replaceAll("log$", "index"))) {
            if (file.size() == 0) {
                return 0;
            }
            DataInputStream entry = new DataInputStream(Channels.newInputStream(file.position(file.size() - 4)));
            return entry.readInt();
        }
    }

    @Override
    public Tally tally(PartitionFolder folder) throws IOException {
        int[] dataRecords = {0};
        List<Marker> markers = new ArrayList<>();
        for (Segment segment : segments(folder)) {
            forEach(folder, segment, 0, batch -> {
                if (batch.isControl()) {
                    // 40 bytes of header are left; length, attributes, two deltas and the key's length take one byte
                    // each
                    int type = batch.covered()[40 + 5 + 3];
                    markers.add(new Marker(
                            batch.baseOffset(),
                            batch.producerId(),
                            type == 1 ? Marker.End.COMMITTED : Marker.End.ABORTED));
                } else {
                    dataRecords[0] += batch.records();
                }
                return true;
            });
        }
        return new Tally(dataRecords[0], markers);
    }

    private static void forEach(PartitionFolder folder, Segment segment, long from, Action action) throws IOException {
        try (DataInputStream log = open(folder, segment.file(), from)) {
            boolean more = true;
            for (long position = from; more && position < segment.sizeBytes(); ) {
                long baseOffset = log.readLong();
                int length = log.readInt();
                log.readInt(); // leader epoch
                log.readByte(); // magic
                int crc = log.readInt();
                byte[] covered = log.readNBytes(length - 9);
                more = action.perform(new Whole(position, baseOffset, length, crc, covered));
                position += length + 12;
            }
        }
    }

    private static DataInputStream open(PartitionFolder folder, String file, long from) throws IOException {
        SeekableByteChannel channel = folder.open(file);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel.position(from))));
    }
}
