package io.kafkamastery.cli.work;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.LabProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A lab's model solution, for those who have done the lab, or insist. */
final class Solution {

    private final LabSheet lab;

    private Solution(LabSheet lab) {
        this.lab = lab;
    }

    /** @throws Refusal if the lab is not done and nobody insists */
    static Solution of(LabSheet lab, LabProgress known, boolean anyway, Terminal terminal, String command) {
        boolean wasDone = known.done().isPresent();
        if (!wasDone && !anyway) {
            throw new Refusal("Lab " + lab.id() + " is not done yet, and the way there is what you learn from. A hint: "
                    + terminal.command() + " hint " + lab.id() + "\nTo see it nevertheless: " + terminal.command() + " "
                    + command + " " + lab.id() + " --anyway");
        }
        return new Solution(lab);
    }

    /** The file that stands against the starter. */
    Path main() {
        String starter = lab.starter().getFileName().toString();
        String contract = starter.substring("My".length(), starter.length() - ".java".length());
        return folder().resolve(contract + "Solution.java");
    }

    /** All of it. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("Lab " + lab.id() + " comes without a solution here.", e);
        }
    }

    private Path folder() {
        return lab.starter().getParent().resolveSibling("solution");
    }
}
