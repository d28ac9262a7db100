package io.kafkamastery.cli.grade.inspect;

/**
 * Something in a learner's class that graded code may not use.
 *
 * @param type the learner's class
 * @param line where in its source, or 0 if the class file does not say
 * @param what for example {@code java.lang.System.exit}
 */
public record Violation(String type, int line, String what) implements Comparable<Violation> {

    /** Where and what, to be read by the learner. */
    public String sentence() {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return simple + (line > 0 ? ", line " + line : "") + ": " + what;
    }

    @Override
    public int compareTo(Violation other) {
        int byType = type.compareTo(other.type);
        int byLine = byType != 0 ? byType : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : what.compareTo(other.what);
    }
}
