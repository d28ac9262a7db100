package io.kafkamastery.week02.segments;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences how what the code under test read differs from what the broker wrote. */
final class Differences {

    private static final int MOST_NAMED = 3;

    private Differences() {}

    static void failIfSegmentsDiffer(List<Segment> found, List<Segment> expected, List<String> deletedFiles) {
        failIfNull(found, "segments()");
        if (found.equals(expected)) {
            return;
        }
        List<Segment> superfluous =
                found.stream().filter(segment -> !expected.contains(segment)).toList();
        List<Segment> missing =
                expected.stream().filter(segment -> !found.contains(segment)).toList();
        if (missing.isEmpty() && superfluous.isEmpty()) {
            throw new AssertionError("segments() lists the base offsets "
                    + found.stream().map(Segment::baseOffset).toList() + ", but they should ascend, each once: "
                    + expected.stream().map(Segment::baseOffset).toList());
        }
        throw new AssertionError("The partition's log consists of " + expected.size() + " segments now: " + expected
                + ". segments() leaves out " + missing + ", and lists " + superfluous
                + ", which are none. (Files that wait to be deleted are " + deletedFiles + ".)");
    }

    static void failIfBatchesDiffer(Segment segment, List<Batch> found, List<Batch> expected) {
        failIfNull(found, "batches()");
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            List<String> fields = differingFields(found.get(i), expected.get(i));
            if (!fields.isEmpty()) {
                throw new AssertionError("Batch " + (i + 1) + " of " + expected.size() + " in " + segment.file()
                        + ", at position " + expected.get(i).position() + ", is read wrongly: "
                        + String.join("; ", fields) + ". The broker wrote " + expected.get(i));
            }
        }
        if (found.size() != expected.size()) {
            throw new AssertionError(segment.file() + " has " + expected.size() + " batches, but batches() returns "
                    + found.size() + ", up to " + (found.isEmpty() ? "none" : found.get(found.size() - 1)));
        }
    }

    private static List<String> differingFields(Record found, Record expected) {
        List<String> fields = new ArrayList<>();
        if (found == null) {
            return List.of("it is null");
        }
        for (RecordComponent field : expected.getClass().getRecordComponents()) {
            Object is = valueOf(field, found);
            Object shouldBe = valueOf(field, expected);
            if (!shouldBe.equals(is)) {
                fields.add(field.getName() + " is " + is + " and should be " + shouldBe);
            }
        }
        return fields;
    }

    private static Object valueOf(RecordComponent field, Record of) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void failIfDamageDiffers(String what, List<DamagedBatch> found, List<DamagedBatch> expected) {
        failIfNull(found, "damagedBatches()");
        if (!found.equals(expected)) {
            throw new AssertionError(what + ": " + described(expected) + " should be reported, but damagedBatches()"
                    + " reports " + described(found));
        }
    }

    private static String described(List<DamagedBatch> batches) {
        if (batches.isEmpty()) {
            return "no batch";
        }
        return batches.size()
                + (batches.size() == 1 ? " batch " : " batches ")
                + batches.stream().limit(MOST_NAMED).toList()
                + (batches.size() > MOST_NAMED ? " and more" : "");
    }

    static void failIfNull(Object found, String method) {
        if (found == null) {
            throw new AssertionError(method + " returned null");
        }
    }
}
