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
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private final Set<CriterionId> running = new TreeSet<>();
    private final Map<String, Deque<String>> lastOutput = new HashMap<>();
    private final Map<String, CriterionVerdict> judged = new HashMap<>();
    private int shown;
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
        running.add(criterion);
        tellWhatRuns();
    }

    private void tellWhatRuns() {
        if (!running.isEmpty()) {
            now("checking " + running.stream().map(CriterionId::toString).collect(Collectors.joining(", ")) + " …");
        }
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
        running.remove(new CriterionId(lab.id(), verdict.id()));
        if (single) {
            judged.put(verdict.id(), verdict);
            showWhatIsNext(lab);
        }
        tellWhatRuns();
    }

    /** By letter, as on the lab's page, in whatever order they are judged. */
    private void showWhatIsNext(LabSheet lab) {
        Iterator<LabSheet.Criterion> criteria = lab.criteria().listIterator(shown);
        while (criteria.hasNext()) {
            CriterionVerdict verdict = judged.get(criteria.next().letter());
            if (verdict == null) {
                return;
            }
            wipe();
            show(verdict);
            shown++;
        }
    }

    private void show(CriterionVerdict verdict) {
        lines.criterion(verdict).forEach(terminal::line);
        if (verdict.verdict() == Verdict.NOT_MET && lastOutput.containsKey(verdict.id())) {
            lastOutput
                    .get(verdict.id())
                    .forEach(line -> terminal.line(terminal.palette().dim(OUTPUT_INDENT + line)));
        }
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
    public void wrote(Optional<CriterionId> during, String line) {
        if (line.startsWith("[lab] ")) {
            if (remarks) {
                wipe();
                terminal.remark(line.substring("[lab] ".length()));
            }
            return;
        }
        output.line(during, line);
        during.ifPresent(criterion -> {
            Deque<String> last = lastOutput.computeIfAbsent(criterion.letter(), letter -> new ArrayDeque<>());
            last.addLast(line);
            if (last.size() > OUTPUT_LINES) {
                last.removeFirst();
            }
        });
    }
}
