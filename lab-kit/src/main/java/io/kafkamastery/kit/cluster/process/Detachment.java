package io.kafkamastery.kit.cluster.process;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a process is started that is to survive the terminal: without its input, and out of reach of its signals. */
final class Detachment {

    /** {@code setsid} leaves the terminal's session; {@code nohup}, where there is no such command, ignores its end. */
    private static final List<String> COMMANDS = List.of("setsid", "nohup");

    private Detachment() {}

    /** What the command has to begin with; nothing where no such command exists. Both replace themselves by the rest. */
    static List<String> prefix() {
        return COMMANDS.stream()
                .flatMap(command -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(command -> List.of(command.toString()))
                .orElse(List.of());
    }

    static Redirect noInput() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return Redirect.from(new File(windows ? "NUL" : "/dev/null"));
    }
}
