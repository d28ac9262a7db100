package io.kafkamastery.week02.segments.solution;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads bytes and the numbers in them. */
final class Bytes {

    private Bytes() {}

    /** Exactly so many bytes from there; the buffer is big-endian, as a new one always is, and so is Kafka. */
    static ByteBuffer read(SeekableByteChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.position(position);
        while (bytes.hasRemaining()) { // one read may bring fewer bytes than asked for
            if (file.read(bytes) < 0) {
                throw new EOFException("The file ends " + bytes.remaining() + " bytes too early: " + length
                        + " were expected at position " + position);
            }
        }
        return bytes.flip();
    }

    // region: varint
    /** A number in 7 bits a byte, lowest first, signs interleaved: 0, -1, 1, -2, 2 … are 0, 1, 2, 3, 4 … */
    static long varint(ByteBuffer bytes) {
        long raw = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            raw |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0); // the highest bit says that more bytes follow
        return raw >>> 1 ^ -(raw & 1);
    }
    // endregion
}
