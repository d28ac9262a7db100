package io.kafkamastery.week02.segments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a copy of a partition look as if billions of records had been written before. A broker does the same whenever it
 * appends: it writes the base offset into the batches that a producer sent, and need not touch anything else, because the CRC
 * does not cover it and the records and the index hold differences only.
 */
final class OldPartition {

    static final long AGE = 5_000_000_000L;

    private OldPartition() {}

    static void age(Path folder) {
        KafkasView young = new KafkasView(folder);
        try {
            for (Segment segment : young.segments()) {
                Path log = folder.resolve(segment.file());
                ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log));
                for (Batch batch : young.batches(segment)) {
                    bytes.putLong((int) batch.position(), batch.baseOffset() + AGE);
                }
                Files.write(log, bytes.array());
                String newName = String.format("%020d", segment.baseOffset() + AGE);
                for (String suffix : new String[] {".log", ".index", ".timeindex"}) {
                    Files.move(
                            folder.resolve(segment.file().replace(".log", suffix)), folder.resolve(newName + suffix));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
