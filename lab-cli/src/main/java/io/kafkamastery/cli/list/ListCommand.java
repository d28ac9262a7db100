package io.kafkamastery.cli.list;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.progress.ProgressFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the labs. */
@Command(name = "list", description = "List weeks and labs: minutes, how far you are, and which lab is next.")
public final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile file;

    ListCommand(Terminal terminal, Course course, ProgressFile file) {
        this.terminal = terminal;
        this.course = course;
        this.file = file;
    }

    @Override
    public Integer call() {
        new LabList(terminal, course).show(file.read());
        return 0;
    }
}
