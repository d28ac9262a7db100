package io.kafkamastery.cli;

import io.kafkamastery.kit.report.Palette;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks to.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for remarks on the way
 * @param palette colours, or none
 * @param isInteractive whether a person watches, so that a line may be overwritten
 * @param command how the user calls this program, to be shown in advice
 */
public record Terminal(PrintStream out, PrintStream err, Palette palette, boolean isInteractive, String command) {

    /** Everything fits into a terminal of 80 columns. */
    public static final int WIDTH = 78;

    /** The one that this JVM was started in. The launcher knows what a JVM cannot find out by itself. */
    static Terminal ofThisJvm() {
        return new Terminal(
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
                Palette.forTerminal(Boolean.getBoolean("lab.terminal")),
                Boolean.getBoolean("lab.terminal") && !"dumb".equals(System.getenv("TERM")),
                System.getProperty("lab.command", "scripts/lab"));
    }

    /** Nowhere. */
    public static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, Palette.PLAIN, false, "lab");
    }

    public void line(String text) {
        out.println(text);
    }

    public void line() {
        out.println();
    }

    /** Something that takes a while begins; seen even when the output goes to a file. */
    public void remark(String text) {
        err.println(palette.dim(text));
    }

    /** The two at the ends of a line. */
    public static String spread(String left, String right) {
        return left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right;
    }
}
