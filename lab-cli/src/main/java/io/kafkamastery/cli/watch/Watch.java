package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Compiled;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.check.CheckRun;
import io.kafkamastery.cli.check.CheckTeam;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.hint.HintGiver;
import io.kafkamastery.cli.list.LabList;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.VerdictLines;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The loop itself: one thread that reacts to saves, keys and verdicts, in the order in which they come. */
final class Watch implements AutoCloseable {

    private static final String KEYS = "n next   h hint   l list   r rerun   q quit";

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;
    private final WarmJvms jvms;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Keyboard keyboard = new Keyboard(signals);
    /** Keys that have to wait until the check is over, because they write to the same screen. */
    private final Deque<Character> postponed = new ArrayDeque<>();

    private LabSheet lab;
    private Week week;
    private WeekBuild build;
    private Saves saves;
    private Optional<LabVerdicts> last = Optional.empty();
    /** Whether several JVMs can check the lab at once. The first check tells. */
    private boolean canBeShared;

    private Optional<CheckTeam> running = Optional.empty();
    private boolean compilerIsWarm;
    private int checks;
    private long askedNanos;

    Watch(Terminal terminal, Course course, ProgressFile progress, WarmJvms jvms) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
        this.jvms = jvms;
    }

    /** Returns when the learner wants no more. */
    void run(LabSheet first) throws InterruptedException {
        keyboard.listen(terminal.isInteractive());
        turnTo(first);
        boolean goesOn = true;
        while (goesOn) {
            Signal signal = signals.take();
            if (signal instanceof Signal.Saved) {
                check();
            } else if (signal instanceof Signal.Checked checked) {
                judged(checked);
            } else if (signal instanceof Signal.Key key) {
                goesOn = pressed(Character.toLowerCase(key.key()));
            } else {
                goesOn = !terminal.isInteractive(); // a script without input may go on watching
            }
        }
    }

    private void turnTo(LabSheet next) {
        if (saves != null) {
            saves.close();
        }
        lab = next;
        if (!course.weekOf(lab).equals(week)) {
            week = course.weekOf(lab);
            build = new WeekBuild(terminal, course, week); // which knows the week's libraries, after a while
            compilerIsWarm = false;
        }
        last = Optional.empty();
        canBeShared = false;
        Path starter = lab.starter().getParent();
        Path tests = week.testSources().resolve(lab.packageName().replace('.', '/'));
        saves = new Saves(signals, List.of(starter, starter.getParent(), tests));
        saves.start();
        check();
    }

    private boolean pressed(char key) {
        boolean writes = key == 'h' || key == 'l';
        if (writes && running.isPresent()) {
            postponed.add(key);
            return true;
        }
        switch (key) {
            case 'q' -> {
                return false;
            }
            case 'r' -> check();
            case 'n' ->
                NextLab.after(lab, course, progress.read())
                        .ifPresentOrElse(this::turnTo, () -> terminal.line("There is no other lab that is not done."));
            case 'h' -> {
                terminal.line();
                new HintGiver(terminal, progress).give(lab, List.of());
                keys("");
            }
            case 'l' -> {
                terminal.line();
                new LabList(terminal, course).show(progress.read());
                keys("");
            }
            default -> keys("");
        }
        return true;
    }

    /** Starts over: a check that is still running is of no interest any more. */
    private void check() {
        askedNanos = System.nanoTime();
        running.ifPresent(CheckTeam::kill);
        running = Optional.empty();
        checks++;
        clear();
        Compiled compiled = build.compile(List.of(lab));
        if (!compiled.errors().isEmpty()) {
            terminal.line(terminal.palette().bold("Lab " + lab.id() + "  " + lab.title()));
            CompileError.show(compiled.errors(), terminal);
            keys("shown after " + seconds());
            jvms.prepare(week, usefulJvms());
            return;
        }
        CheckTeam team = jvms.take(week, usefulJvms());
        running = Optional.of(team);
        CheckRun run = new CheckRun(terminal, course, progress, CheckRun.YOURS).withoutRemarks();
        last.ifPresent(run::knowing);
        int number = checks;
        List<Path> classPath = build.classPath();
        LabSheet checked = lab;
        Week itsWeek = week;
        new Thread(() -> checkInBackground(number, run, team, itsWeek, classPath, checked), "check-" + number).start();
    }

    private void checkInBackground(
            int number, CheckRun run, CheckTeam team, Week itsWeek, List<Path> classPath, LabSheet checked) {
        CheckResult result = CheckResult.BROKEN_OFF;
        try {
            Optional<LabVerdicts> verdicts =
                    run.run(team, itsWeek, classPath, List.of(checked), true).map(labs -> labs.get(0));
            result = new CheckResult(verdicts, run.canBeShared());
        } finally {
            signals.add(new Signal.Checked(number, result));
            team.close();
        }
    }

    private int usefulJvms() {
        return canBeShared ? Math.max(1, lab.criteria().size()) : 1;
    }

    private void judged(Signal.Checked checked) {
        if (checked.number() != checks) {
            return; // a later save has made it stale
        }
        running = Optional.empty();
        canBeShared |= checked.result().canBeShared();
        jvms.prepare(week, usefulJvms());
        warmUpCompiler();
        checked.result().verdicts().ifPresent(verdicts -> {
            terminal.line();
            String summary = VerdictLines.summary(List.of(verdicts)) + ". " + Change.between(last, verdicts);
            terminal.line(
                    verdicts.isComplete()
                            ? terminal.palette().green(summary.strip() + " Well done: n leads on.")
                            : terminal.palette().bold(summary.strip()));
            last = Optional.of(verdicts);
            keys("verdict after " + seconds());
        });
        while (!postponed.isEmpty()) {
            pressed(postponed.poll());
        }
    }

    /** Once, and while nobody waits: a learner who starts to watch what is compiled already has not needed it yet. */
    private void warmUpCompiler() {
        if (compilerIsWarm) {
            return;
        }
        compilerIsWarm = true;
        WeekBuild itsBuild = build;
        LabSheet itsLab = lab;
        Thread thread = new Thread(() -> itsBuild.warmUp(itsLab), "warm-up-compiler");
        thread.setDaemon(true);
        thread.start();
    }

    private String seconds() {
        return String.format("%.1f s", (System.nanoTime() - askedNanos) / 1e9);
    }

    private void keys(String remark) {
        terminal.line();
        terminal.line(terminal.palette().dim(Terminal.spread(KEYS, remark)));
    }

    private void clear() {
        if (terminal.isInteractive()) {
            terminal.out().print("\u001B[H\u001B[2J\u001B[3J");
        } else {
            terminal.line();
        }
    }

    @Override
    public void close() {
        running.ifPresent(CheckTeam::kill);
        saves.close();
        keyboard.close();
    }
}
