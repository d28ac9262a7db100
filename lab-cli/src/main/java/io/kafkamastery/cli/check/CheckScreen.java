package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import io.kafkamastery.kit.report.VerdictLines;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Shows a check while it runs: a single lab criterion by criterion, several labs one after another, and on a terminal what
 * is being checked right now.
 */
public final class CheckScreen implements Checker.Viewer {

    private static final int OUTPUT_LINES = 10;
    private static final String OUTPUT_INDENT = "               | ";

    private final Terminal terminal;
    private final VerdictLines lines;
    private final CodeOutput output;
    private final boolean single;
    private final boolean remarks;
    private final Deque<String> lastOutput = new ArrayDeque<>();
    private boolean transientLine;

    /**
     * @param single whether only one lab is checked
     * @param remarks whether what the kit remarks is shown
     */
    CheckScreen(Terminal terminal, CodeOutput output, boolean single, boolean remarks) {
        this.terminal = terminal;
        this.lines = new VerdictLines(terminal.palette());
        this.output = output;
        this.single = single;
        this.remarks = remarks;
    }

    void heading(LabSheet lab) {
        terminal.line(terminal.palette().bold("Lab " + lab.id() + "  " + lab.title()));
    }

    @Override
    public void begins(LabSheet lab, CriterionId criterion) {
        lastOutput.clear();
        output.criterion(criterion);
        now("checking " + criterion + " …");
    }

    /** Something that is overwritten by what comes next. */
    void now(String text) {
        if (terminal.isInteractive()) {
            wipe();
            terminal.out().print(terminal.palette().dim("  " + text));
            terminal.out().flush();
            transientLine = true;
        }
    }

    private void wipe() {
        if (transientLine) {
            terminal.out().print("\r\u001B[K");
            transientLine = false;
        }
    }

    @Override
    public void judged(LabSheet lab, CriterionVerdict verdict) {
        if (!single) {
            return;
        }
        wipe();
        lines.criterion(verdict).forEach(terminal::line);
        if (verdict.verdict() == Verdict.NOT_MET && !lastOutput.isEmpty()) {
            lastOutput.forEach(line -> terminal.line(terminal.palette().dim(OUTPUT_INDENT + line)));
        }
        lastOutput.clear();
    }

    @Override
    public void done(LabOutcome outcome) {
        wipe();
        if (single) {
            return;
        }
        LabVerdicts verdicts = outcome.verdicts();
        terminal.line(lines.lab(verdicts));
        if (!verdicts.isUntouched()) {
            verdicts.criteria().forEach(verdict -> lines.criterion(verdict).forEach(terminal::line));
            terminal.line();
        }
    }

    @Override
    public void wrote(String line) {
        if (line.startsWith("[lab] ")) {
            if (remarks) {
                wipe();
                terminal.remark(line.substring("[lab] ".length()));
            }
            return;
        }
        output.line(line);
        lastOutput.addLast(line);
        if (lastOutput.size() > OUTPUT_LINES) {
            lastOutput.removeFirst();
        }
    }
}
