package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/** The file that progress lives in. */
public final class ProgressFile {

    private final Terminal terminal;
    private final Path file;

    public ProgressFile(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.file = course.state().resolve("progress.json");
    }

    /** What it says now. A damaged file is put aside, never overwritten. */
    public Progress read() {
        try {
            return ProgressJson.read(Files.readString(file));
        } catch (NoSuchFileException none) {
            return Progress.NONE;
        } catch (IOException damaged) {
            return putAside(damaged);
        }
    }

    private Progress putAside(IOException reason) {
        Path aside = file.resolveSibling("progress.json.damaged-" + System.currentTimeMillis());
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new Refusal("Your progress in " + file + " cannot be read: " + reason.getMessage(), reason);
        }
        terminal.remark("Your progress could not be read (" + firstLine(reason) + "). It is kept in " + aside
                + ", and a new file begins. Check your labs again: " + terminal.command() + " check all");
        return Progress.NONE;
    }

    private static String firstLine(IOException reason) {
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }

    /** Changes it. Nobody else changes it meanwhile, and whoever reads it sees it before or after the change. */
    public Progress update(UnaryOperator<Progress> change) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("progress.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                Progress changed = change.apply(read());
                Path fresh = file.resolveSibling("progress.json.new"); // under the lock, so one name is enough
                Files.writeString(fresh, ProgressJson.write(changed));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return changed;
            }
        } catch (IOException e) {
            throw new Refusal(
                    "Your progress could not be written to " + file + " (" + e.getMessage()
                            + "). Copy the course to a folder of your own, with some space left.",
                    e);
        }
    }
}
