package io.kafkamastery.kit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Colours for a terminal, or none where they would be noise. */
public enum Palette {
    PLAIN,
    COLOURED;

    static final String PROPERTY = "lab.color";

    public String green(String text) {
        return paint("32", text);
    }

    public String red(String text) {
        return paint("1;31", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    /** Coloured in a terminal, unless its user does not want colours; {@code -Dlab.color=always|never} decides otherwise. */
    public static Palette forTerminal(boolean isTerminal) {
        return switch (System.getProperty(PROPERTY, "auto")) {
            case "always" -> COLOURED;
            case "never" -> PLAIN;
            default -> isTerminal && wantsColour() ? COLOURED : PLAIN;
        };
    }

    private static boolean wantsColour() {
        String refused = System.getenv("NO_COLOR");
        return (refused == null || refused.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** {@code -Dlab.color=always|never}; otherwise coloured if Maven's own output goes to a terminal and wants colour. */
    static Palette forThisRun() {
        return forTerminal(mavenWritesToTerminal());
    }

    /** Surefire's JVM writes to a pipe, so the question is where the JVM above it writes to. Linux can tell. */
    private static boolean mavenWritesToTerminal() {
        Optional<ProcessHandle> process = ProcessHandle.current().parent();
        for (int generation = 0; generation < 3 && process.isPresent(); generation++) {
            Path processFolder = Path.of("/proc", String.valueOf(process.get().pid()));
            try {
                boolean isJava =
                        Files.readSymbolicLink(processFolder.resolve("exe")).endsWith("java");
                if (isJava) {
                    String output = Files.readSymbolicLink(processFolder.resolve("fd/1"))
                            .toString();
                    return output.startsWith("/dev/pts") || output.startsWith("/dev/tty");
                }
            } catch (IOException | UnsupportedOperationException notLinux) {
                return false;
            }
            process = process.get().parent();
        }
        return false;
    }
}
