package io.kafkamastery.cli.grade.report;

/** Takes the power out of text that learners had a part in, before it goes where something would act on it. */
public final class PlainText {

    private PlainText() {}

    /** For a terminal, on one line: no control characters, and nothing that a workflow runner takes for a command. */
    public static String line(String text) {
        return withoutCommands(text.replaceAll("\\p{Cntrl}", " "));
    }

    /** For a file of several lines. */
    static String lines(String text) {
        return withoutCommands(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
    }

    /** Runners look for {@code ::command::} where a line begins, and for {@code ##[command]} everywhere. */
    private static String withoutCommands(String text) {
        return text.replaceAll("(?m)^(\\s*)::", "$1: :").replace("##[", "## [");
    }

    static String html(String text) {
        StringBuilder escaped = new StringBuilder();
        lines(text).codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        return letter == '\n'
                || letter == '\t'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    /** For a cell of a Markdown table or a heading. */
    static String markdown(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@$])", "\\\\$1");
    }

    /** A block in which Markdown means nothing, however many backticks the text has. */
    static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + lines(text) + "\n" + fence;
    }

    /** For a spreadsheet, which takes a cell that begins like a formula for one. */
    static String csv(String text) {
        String safe = line(text);
        if (!safe.isEmpty() && "=+-@\t".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return safe.matches(".*[\",;\\s].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
