package io.kafkamastery.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A lab's Markdown page, as far as it repeats what the tests say: its title and its criteria. */
final class LabPage {

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
        String title = "# Lab " + lab.id() + ": " + lab.title();
        List<String> differences = new ArrayList<>();
        if (lines.isEmpty() || !lines.get(0).equals(title)) {
            differences.add(lab.module().shown(page) + ":1: the title should be\n    " + title);
        }
        differences.addAll(new Checklist(lab.module(), page, lines).differencesFrom(List.of(lab)));
        if (!differences.isEmpty()) {
            throw new AssertionError("Page and tests differ:\n" + String.join("\n", differences));
        }
    }
}
