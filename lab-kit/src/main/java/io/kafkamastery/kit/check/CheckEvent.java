package io.kafkamastery.kit.check;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.Verdict;
import java.util.Optional;

/**
 * What a check tells while it runs, a line of standard output each. Code under test writes there too: a mark that nobody
 * types tells the two apart, also in the middle of a line.
 */
public sealed interface CheckEvent {

    /** Begins an event and separates its fields. */
    char MARK = '\u0001';

    /** The process is ready to be asked. */
    record Ready() implements CheckEvent {

        @Override
        public String toLine() {
            return line("ready");
        }
    }

    /** A criterion begins. */
    record Started(CriterionId id) implements CheckEvent {

        @Override
        public String toLine() {
            return line("started", id.toString());
        }
    }

    /** A criterion has its verdict. */
    record Finished(CriterionId id, CriterionVerdict verdict) implements CheckEvent {

        @Override
        public String toLine() {
            return line(
                    "finished",
                    id.toString(),
                    verdict.verdict().name(),
                    String.valueOf(verdict.millis()),
                    verdict.text(),
                    verdict.message());
        }
    }

    /**
     * All criteria have theirs.
     *
     * @param canBeShared whether several processes could check them side by side, see {@link
     *     io.kafkamastery.kit.lab.Share#isPossible}
     */
    record Ended(boolean canBeShared) implements CheckEvent {

        @Override
        public String toLine() {
            return line("ended", String.valueOf(canBeShared));
        }
    }

    /** To be printed as a line. */
    String toLine();

    /** The event in a line, if there is one. What stands before its mark belongs to somebody else. */
    static Optional<CheckEvent> in(String line) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        String[] fields = line.substring(mark + 1).split(String.valueOf(MARK), -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replace("\\n", "\n").replace("\\\\", "\\");
        }
        return switch (fields[0]) {
            case "ready" -> Optional.of(new Ready());
            case "started" -> Optional.of(new Started(CriterionId.parse(fields[1])));
            case "finished" -> Optional.of(finished(fields));
            case "ended" -> Optional.of(new Ended(Boolean.parseBoolean(fields[1])));
            default -> Optional.empty();
        };
    }

    private static Finished finished(String[] fields) {
        CriterionId id = CriterionId.parse(fields[1]);
        return new Finished(
                id,
                new CriterionVerdict(
                        id.letter(), fields[4], Verdict.valueOf(fields[2]), fields[5], Long.parseLong(fields[3])));
    }

    private static String line(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(MARK)
                    .append(field.replace(MARK, ' ')
                            .replace("\\", "\\\\")
                            .replace("\r", "")
                            .replace("\n", "\\n"));
        }
        return line.toString();
    }
}
