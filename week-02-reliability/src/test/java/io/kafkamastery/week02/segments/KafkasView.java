package io.kafkamastery.week02.segments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;

/** What Kafka's own, internal, record classes make of a partition's folder: the measure for the code under test. */
final class KafkasView {

    private final Path folder;
    private final Map<Segment, List<Batch>> decoded = new HashMap<>();

    KafkasView(Path folder) {
        this.folder = folder;
    }

    List<Segment> segments() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.log"))
                    .sorted()
                    .map(name -> new Segment(Long.parseLong(name.substring(0, 20)), name, size(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size(String file) {
        try {
            return Files.size(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once decoded, they are remembered: damage done to the files later does not show. */
    List<Batch> batches(Segment segment) {
        return decoded.computeIfAbsent(segment, this::decode);
    }

    private List<Batch> decode(Segment segment) {
        List<Batch> batches = new ArrayList<>();
        long position = 0;
        for (MutableRecordBatch batch : records(segment).batches()) {
            batch.ensureValid();
            batches.add(new Batch(
                    position,
                    batch.sizeInBytes(),
                    batch.baseOffset(),
                    batch.lastOffset(),
                    batch.countOrNull(),
                    Codec.values()[batch.compressionType().id],
                    Instant.ofEpochMilli(((DefaultRecordBatch) batch).baseTimestamp()),
                    Instant.ofEpochMilli(batch.maxTimestamp()),
                    batch.producerId()));
            position += batch.sizeInBytes();
        }
        return batches;
    }

    List<Batch> allBatches() {
        return segments().stream().flatMap(segment -> batches(segment).stream()).toList();
    }

    /** Batch after batch, from the very first: slow, and right. */
    Optional<Location> locate(long offset) {
        List<Segment> segments = segments();
        if (offset < segments.get(0).baseOffset()) {
            return Optional.empty();
        }
        return segments.stream()
                .flatMap(segment -> batches(segment).stream()
                        .filter(batch -> batch.lastOffset() >= offset)
                        .map(batch -> new Location(segment.baseOffset(), batch.position())))
                .findFirst();
    }

    Tally tally() {
        long dataRecords = 0;
        List<Marker> markers = new ArrayList<>();
        for (Segment segment : segments()) {
            for (MutableRecordBatch batch : records(segment).batches()) {
                for (Record one : batch) {
                    if (batch.isControlBatch()) {
                        Marker.End end = ControlRecordType.parse(one.key()) == ControlRecordType.COMMIT
                                ? Marker.End.COMMITTED
                                : Marker.End.ABORTED;
                        markers.add(new Marker(one.offset(), batch.producerId(), end));
                    } else {
                        dataRecords++;
                    }
                }
            }
        }
        return new Tally(dataRecords, markers);
    }

    private MemoryRecords records(Segment segment) {
        try {
            return MemoryRecords.readableRecords(ByteBuffer.wrap(Files.readAllBytes(folder.resolve(segment.file()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
