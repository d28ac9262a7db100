package io.kafkamastery.week01.serialization;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Says how two readings, or the bytes of two, differ; and says it shortly where a text of 65,535 bytes is in play. */
final class Differences {

    private static final int MOST_CHARACTERS_SHOWN = 30;
    private static final int BYTES_SHOWN = 8;

    private Differences() {}

    /** For example "boilerCelsius was NaN and is 0.0"; empty if they are equal. */
    static String between(MachineReading before, MachineReading after) {
        if (after == null) {
            return "it was a reading and is null";
        }
        List<String> differences = new ArrayList<>();
        for (RecordComponent field : MachineReading.class.getRecordComponents()) {
            Object was = value(field, before);
            Object is = value(field, after);
            if (!Objects.equals(was, is)) {
                differences.add(field.getName() + " was " + shortly(was) + " and is " + shortly(is));
            }
        }
        return String.join(", ", differences);
    }

    private static Object value(RecordComponent field, MachineReading reading) {
        try {
            return field.getAccessor().invoke(reading);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortly(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        String shown = text.length() <= MOST_CHARACTERS_SHOWN
                ? "'" + text + "'"
                : "'" + text.substring(0, MOST_CHARACTERS_SHOWN) + "…' (" + text.length() + " characters)";
        return shown.replace("\0", "\\0");
    }

    /** Where bytes first differ from what the layout asks for; empty if they are equal. */
    static String between(byte[] expected, byte[] actual) {
        if (actual == null) {
            return "there are none, but null";
        }
        int at = java.util.Arrays.mismatch(expected, actual);
        return at < 0
                ? ""
                : "from byte %d on (%s) they should be [%s], but are [%s]; %d bytes in all, and %d were expected"
                        .formatted(
                                at, field(at), shown(expected, at), shown(actual, at), actual.length, expected.length);
    }

    private static String field(int at) {
        if (at < 1) {
            return "the version";
        }
        if (at < 13) {
            return at < 9 ? "takenAt, seconds" : "takenAt, nanoseconds";
        }
        if (at < 41) {
            return at < 21 ? "boilerCelsius" : at < 29 ? "pumpBar" : at < 37 ? "cupGrams" : "shotMillis";
        }
        return "the texts";
    }

    private static String shown(byte[] bytes, int from) {
        int to = Math.min(bytes.length, from + BYTES_SHOWN);
        return from >= to
                ? "nothing"
                : HexFormat.ofDelimiter(" ").formatHex(bytes, from, to) + (to < bytes.length ? " …" : "");
    }
}
