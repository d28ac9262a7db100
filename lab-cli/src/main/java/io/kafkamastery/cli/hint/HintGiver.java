package io.kafkamastery.cli.hint;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.page.MarkdownText;
import io.kafkamastery.cli.progress.LabProgress;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.kit.report.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the hint that is due, shows it, and remembers how far it went. */
public final class HintGiver {

    private static final String INDENT = "     ";

    private final Terminal terminal;
    private final ProgressFile progress;

    public HintGiver(Terminal terminal, ProgressFile progress) {
        this.terminal = terminal;
        this.progress = progress;
    }

    /** @param letters the criteria that are asked about; none means those that are not met */
    public void give(LabSheet lab, List<String> letters) {
        List<Hint> all = Hint.of(lab);
        LabProgress known = progress.read().lab(lab.id());
        List<String> wanted = letters.isEmpty() ? open(lab, known) : letters;
        if (wanted.isEmpty()) {
            terminal.line("Every criterion of lab " + lab.id() + " is met: there is nothing to hint at.");
            return;
        }
        List<Hint> candidates = all.stream()
                .filter(hint ->
                        hint.letter().isEmpty() || wanted.contains(hint.letter().get()))
                .sorted((one, other) -> rank(one, wanted) - rank(other, wanted))
                .toList();
        Optional<Hint> due = candidates.stream()
                .filter(hint -> known.hints().getOrDefault(hint.title(), 0)
                        < hint.levels().size())
                .findFirst();
        if (due.isPresent()) {
            int level = known.hints().getOrDefault(due.get().title(), 0) + 1;
            show(lab, due.get(), level);
            remember(lab, due.get(), level);
        } else if (candidates.isEmpty()) {
            terminal.line("There is no hint for that. " + elsewhere(all));
        } else {
            candidates.forEach(hint -> show(lab, hint, hint.levels().size()));
            terminal.line();
            terminal.line("These are all the hints. The contract says what must hold; and if nothing helps: "
                    + terminal.command() + " solution " + lab.id() + " --anyway");
        }
    }

    /** The criteria that are not met, failing ones first; all if the lab was never checked. */
    private static List<String> open(LabSheet lab, LabProgress known) {
        return Stream.of(Verdict.NOT_MET, Verdict.TO_DO, Verdict.CANNOT_CHECK)
                .flatMap(verdict -> lab.criteria().stream()
                        .map(LabSheet.Criterion::letter)
                        .filter(letter -> known.verdicts().getOrDefault(letter, Verdict.TO_DO) == verdict))
                .toList();
    }

    private static int rank(Hint hint, List<String> wanted) {
        return hint.letter().map(wanted::indexOf).orElse(wanted.size());
    }

    private void show(LabSheet lab, Hint hint, int levels) {
        String about = lab.id() + hint.letter().map(letter -> "." + letter).orElse("");
        terminal.line(terminal.palette().bold(about + "  " + hint.title()));
        for (int level = 1; level <= levels; level++) {
            List<String> text = MarkdownText.lines(
                    hint.levels().get(level - 1), terminal.palette(), Terminal.WIDTH - INDENT.length());
            for (int line = 0; line < text.size(); line++) {
                String shown = (line == 0 ? "  " + level + "  " : INDENT) + text.get(line);
                terminal.line(level < levels ? terminal.palette().dim(shown) : shown);
            }
        }
        int more = hint.levels().size() - levels;
        if (more > 0) {
            terminal.line(terminal.palette().dim(INDENT + "(" + more + " more)"));
        }
    }

    private void remember(LabSheet lab, Hint hint, int level) {
        progress.update(before -> before.with(
                lab.id(), before.lab(lab.id()).withHint(hint.title(), level).seenAt(Instant.now())));
    }

    private String elsewhere(List<Hint> all) {
        List<String> letters =
                all.stream().flatMap(hint -> hint.letter().stream()).distinct().toList();
        return letters.isEmpty() ? "" : "There are hints for " + String.join(", ", letters) + ".";
    }
}
