package io.kafkamastery.week02.segments.solution;

import io.kafkamastery.week02.segments.Batch;
import io.kafkamastery.week02.segments.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * The 61 bytes that every record batch begins with. Its fields are read when they are asked for: those of a damaged batch
 * may be nonsense.
 */
record BatchHeader(long position, ByteBuffer bytes) {

    static final int BYTES = 61;

    /** Where the part begins that the CRC covers; it ends where the batch ends. */
    static final int CRC_COVERS_FROM = 21;

    // region: fields
    private static final int BASE_OFFSET = 0;
    private static final int LENGTH = 8; // of what follows this field
    private static final int CRC = 17; // after the leader epoch, 4 bytes, and the magic, 1 byte
    private static final int ATTRIBUTES = 21;
    private static final int LAST_OFFSET_DELTA = 23;
    private static final int BASE_TIMESTAMP = 27;
    private static final int MAX_TIMESTAMP = 35;
    private static final int PRODUCER_ID = 43;
    private static final int RECORDS = 57; // after the producer epoch, 2 bytes, and the base sequence, 4 bytes

    private static final int CODEC_BITS = 0b111;
    private static final int CONTROL_BIT = 1 << 5;
    // endregion

    static BatchHeader read(SeekableByteChannel log, long position) throws IOException {
        return new BatchHeader(position, Bytes.read(log, position, BYTES));
    }

    /** Of the whole batch: the length in the header leaves out the base offset and itself. */
    int sizeBytes() {
        return LENGTH + Integer.BYTES + bytes.getInt(LENGTH);
    }

    long baseOffset() {
        return bytes.getLong(BASE_OFFSET);
    }

    long lastOffset() {
        return baseOffset() + bytes.getInt(LAST_OFFSET_DELTA);
    }

    int records() {
        return bytes.getInt(RECORDS);
    }

    /** As an unsigned number of 32 bits, which is what {@link java.util.zip.Checksum} computes. */
    long crc() {
        return Integer.toUnsignedLong(bytes.getInt(CRC));
    }

    long producerId() {
        return bytes.getLong(PRODUCER_ID);
    }

    boolean isControl() {
        return (bytes.getShort(ATTRIBUTES) & CONTROL_BIT) != 0;
    }

    Batch toBatch() {
        return new Batch(
                position,
                sizeBytes(),
                baseOffset(),
                lastOffset(),
                records(),
                Codec.values()[bytes.getShort(ATTRIBUTES) & CODEC_BITS],
                Instant.ofEpochMilli(bytes.getLong(BASE_TIMESTAMP)),
                Instant.ofEpochMilli(bytes.getLong(MAX_TIMESTAMP)),
                producerId());
    }
}
