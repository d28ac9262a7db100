package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.lab.CriterionId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps all that the code under test writes, for a learner who debugs by printing: the terminal shows the end only. */
final class CodeOutput implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;
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

    void criterion(CriterionId id) {
        write("--- " + id);
    }

    void line(String line) {
        anything = true;
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
