package io.kafkamastery.week01.serialization;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Payloads that are no readings. */
final class Payloads {

    /** Where the first text's length stands, and where the seconds do. */
    private static final int FIRST_LENGTH = 41;

    private static final int SECONDS = 1;

    private Payloads() {}

    /**
     * Bytes to be refused.
     *
     * @param what in words that fit after "reading"
     * @param version what their first byte says, if they have one
     */
    record Payload(String what, OptionalInt version, byte[] bytes) {

        static Payload of(String what, byte[] bytes) {
            return new Payload(what, bytes.length == 0 ? OptionalInt.empty() : OptionalInt.of(bytes[0]), bytes);
        }
    }

    static List<Payload> damaged() {
        List<Payload> damaged = new ArrayList<>();
        damaged.add(Payload.of("an empty payload", new byte[0]));
        for (int version : new int[] {0, 3, 77, 0x82, 0xFF}) {
            byte[] bytes = Readings.TYPICAL_VERSION_2.clone();
            bytes[0] = (byte) version;
            damaged.add(Payload.of("a payload of version " + version, bytes));
        }
        for (byte[] whole : List.of(Readings.TYPICAL_VERSION_2, Readings.TYPICAL_VERSION_1)) {
            addCutShort(damaged, whole);
            addTooLong(damaged, whole);
            addImpossible(damaged, whole);
        }
        return damaged;
    }

    private static void addCutShort(List<Payload> damaged, byte[] whole) {
        for (int length = 1; length < whole.length; length++) {
            damaged.add(Payload.of(
                    "the first %d of %d bytes of a reading of version %d".formatted(length, whole.length, whole[0]),
                    Arrays.copyOf(whole, length)));
        }
    }

    private static void addTooLong(List<Payload> damaged, byte[] whole) {
        for (int surplus : new int[] {1, 2, 7, 300}) {
            damaged.add(Payload.of(
                    "a reading of version %d with a surplus of %d bytes".formatted(whole[0], surplus),
                    Arrays.copyOf(whole, whole.length + surplus)));
        }
    }

    private static void addImpossible(List<Payload> damaged, byte[] whole) {
        byte[] longText = whole.clone();
        ByteBuffer.wrap(longText).putShort(FIRST_LENGTH, (short) 0xFFFF);
        damaged.add(Payload.of(
                "a payload of version %d whose machineId is said to have 65,535 bytes".formatted(whole[0]), longText));
        byte[] afterTime = whole.clone();
        ByteBuffer.wrap(afterTime).putLong(SECONDS, Long.MAX_VALUE);
        damaged.add(Payload.of(
                "a payload of version %d that was taken in the year 292 billion".formatted(whole[0]), afterTime));
    }
}
