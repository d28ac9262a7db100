package io.kafkamastery.cli.doctor;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.report.Palette;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says whether labs can run here. */
@Command(
        name = "doctor",
        description = "Look whether this machine has what labs need; exit code 1 if they could not run.")
public final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;

    DoctorCommand(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    @Override
    public Integer call() {
        terminal.remark("Looking around …");
        List<Finding> findings = new Examination(course).all();
        findings.forEach(this::show);
        boolean bad = findings.stream().anyMatch(finding -> finding.state() == Finding.State.BAD);
        terminal.line();
        terminal.line(
                bad
                        ? terminal.palette().red("Labs cannot run yet.")
                        : terminal.palette().green("Labs can run here.") + " Begin with: " + terminal.command()
                                + " list");
        return bad ? 1 : 0;
    }

    private void show(Finding finding) {
        Palette palette = terminal.palette();
        String mark = switch (finding.state()) {
            case OK -> palette.green("OK  ");
            case WORTH_KNOWING -> palette.yellow("note");
            case BAD -> palette.red("BAD ");
        };
        terminal.line(String.format("  %s  %-8s  %s", mark, finding.what(), finding.seen()));
        if (!finding.advice().isEmpty()) {
            terminal.line("                  " + finding.advice());
        }
    }
}
