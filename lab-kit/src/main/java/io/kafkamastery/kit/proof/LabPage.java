package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.lab.CriterionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lab's Markdown page, as far as it repeats what the tests say: its title and its criteria. */
final class LabPage {

    private static final Pattern CRITERION = Pattern.compile("- \\[ ] \\*\\*(\\d+\\.\\d+\\.[a-z])\\*\\* (.*)");

    private final LabUnderProof lab;
    private final Path page;
    private final List<String> lines;

    private LabPage(LabUnderProof lab, Path page) {
        this.lab = lab;
        this.page = page;
        try {
            this.lines = Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError if the lab has no page */
    static LabPage of(LabUnderProof lab) {
        return lab.module()
                .page(lab.id())
                .map(page -> new LabPage(lab, page))
                .orElseThrow(() -> new AssertionError("Lab " + lab.id() + " has no page in "
                        + lab.module().shown(lab.module().folder().resolve("labs"))));
    }

    /** @throws AssertionError naming file, line and both texts wherever page and tests differ */
    void compare() {
        List<String> differences = new ArrayList<>();
        String title = "# Lab " + lab.id() + ": " + lab.title();
        if (lines.isEmpty() || !lines.get(0).equals(title)) {
            differences.add(at(0) + "the title should be\n    " + title);
        }
        Map<CriterionId, Integer> seen = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher criterion = CRITERION.matcher(lines.get(i));
            if (criterion.matches()) {
                CriterionId id = CriterionId.parse(criterion.group(1));
                compare(id, criterion.group(2), i, differences);
                seen.put(id, i);
            }
        }
        lab.criteria().keySet().stream()
                .filter(id -> !seen.containsKey(id))
                .forEach(id -> differences.add(lab.module().shown(page) + ": criterion " + id
                        + " is missing; it should read\n    - [ ] **" + id + "** " + lab.textOf(id)));
        if (!differences.isEmpty()) {
            throw new AssertionError("Page and tests differ:\n" + String.join("\n", differences));
        }
    }

    private void compare(CriterionId id, String text, int line, List<String> differences) {
        if (!lab.criteria().containsKey(id)) {
            differences.add(at(line) + id + " is no criterion of the lab's tests");
        } else if (!lab.textOf(id).equals(text)) {
            differences.add(at(line) + id + " reads\n    " + text + "\n  but the test says\n    " + lab.textOf(id));
        }
    }

    private String at(int line) {
        return lab.module().shown(page) + ":" + (line + 1) + ": ";
    }
}
