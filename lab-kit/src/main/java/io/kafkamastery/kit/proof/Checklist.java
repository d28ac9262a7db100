package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.report.LabModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The criteria that a Markdown page lists, each as {@code - [ ] **1.3.a** Hands every order to the handler}. */
record Checklist(LabModule module, Path page, List<String> lines) {

    private static final Pattern CRITERION = Pattern.compile("- \\[ ] \\*\\*(\\d+\\.\\d+\\.[a-z])\\*\\* (.*)");

    /** Where the page's list is not, word for word, the list of these labs' tests. */
    List<String> differencesFrom(List<LabUnderProof> labs) {
        Map<CriterionId, String> expected = new TreeMap<>();
        labs.forEach(lab -> lab.criteria().keySet().forEach(id -> expected.put(id, lab.textOf(id))));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher criterion = CRITERION.matcher(lines.get(i));
            if (criterion.matches()) {
                String text = expected.remove(CriterionId.parse(criterion.group(1)));
                compare(criterion, text, i + 1, differences);
            }
        }
        expected.forEach((id, text) -> differences.add(module.shown(page) + ": criterion " + id
                + " is missing; it should read\n    - [ ] **" + id + "** " + text));
        return differences;
    }

    private void compare(Matcher criterion, String text, int line, List<String> differences) {
        String at = module.shown(page) + ":" + line + ": " + criterion.group(1);
        if (text == null) {
            differences.add(at + " is listed twice, or is no criterion of the tests");
        } else if (!text.equals(criterion.group(2))) {
            differences.add(at + " reads\n    " + criterion.group(2) + "\n  but the test says\n    " + text);
        }
    }
}
