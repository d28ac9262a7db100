package io.kafkamastery.week02.segments;

import io.kafkamastery.kit.probe.PartitionCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the code under test about a copy: what it throws becomes a sentence, and so does a file that it leaves open. */
final class Session {

    /** A question to the code under test. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private final SegmentReader lab;
    private final MeteredFolder folder;

    Session(SegmentReader lab, PartitionCopy copy) {
        this.lab = lab;
        this.folder = new MeteredFolder(copy.folder());
    }

    List<Segment> segments() throws IOException {
        return ask("segments()", () -> lab.segments(folder));
    }

    List<Batch> batches(Segment segment) throws IOException {
        return ask("batches() of " + segment, () -> lab.batches(folder, segment));
    }

    List<DamagedBatch> damaged(Segment segment) throws IOException {
        return ask("damagedBatches() of " + segment, () -> lab.damagedBatches(folder, segment));
    }

    Optional<Location> locate(long offset) throws IOException {
        return ask("locate() of offset " + offset, () -> lab.locate(folder, offset));
    }

    Tally tally() throws IOException {
        return ask("tally()", () -> lab.tally(folder));
    }

    /** How much of the log files all questions together touched, in whole pages. */
    long touchedLogBytes() {
        return folder.touchedLogBytes();
    }

    private <T> T ask(String question, Question<T> asked) throws IOException {
        List<String> leftOpen;
        T answer;
        try {
            answer = asked.ask();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new AssertionError(question + " should return an answer, but threw " + e, e);
        } finally {
            leftOpen = folder.closeAll();
        }
        if (!leftOpen.isEmpty()) {
            throw new AssertionError(question + " left these files open: " + leftOpen
                    + ". Whatever is opened is to be closed, also when something is thrown.");
        }
        return answer;
    }

    /** The names of the files in the copy that end like this. */
    static List<String> listing(PartitionCopy copy, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(copy.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
