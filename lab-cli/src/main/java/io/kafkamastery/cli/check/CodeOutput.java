package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.lab.CriterionId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps all that the code under test writes, for a learner who debugs by printing: the terminal shows the end only. */
final class CodeOutput implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;
    private Optional<CriterionId> last = Optional.empty();
    private boolean anything;

    CodeOutput(Week week) {
        this.file = week.folder().resolve("target/lab-output.log");
        try {
            Files.createDirectories(file.getParent());
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    boolean hasAnything() {
        return anything;
    }

    /** @param during the criterion that was checked then; where several are, a heading tells whose lines follow */
    void line(Optional<CriterionId> during, String line) {
        anything = true;
        if (during.isPresent() && !during.equals(last)) {
            write("--- " + during.get());
        }
        last = during;
        write(line);
    }

    private void write(String line) {
        try {
            out.write(line);
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
