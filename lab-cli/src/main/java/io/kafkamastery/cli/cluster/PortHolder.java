package io.kafkamastery.cli.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which program has a port, as far as this machine tells; other users' programs usually stay unknown. */
final class PortHolder {

    private static final int COMMAND_SHOWN = 60;
    private static final Pattern PID = Pattern.compile("pid=(\\d+)|(?m)^p(\\d+)$");

    private PortHolder() {}

    /** For example {@code process 4711 (java -jar other.jar)}. */
    static Optional<String> of(int port) {
        return pid(List.of("ss", "-Hltnp", "sport = :" + port))
                .or(() -> pid(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp")))
                .map(pid -> "process " + pid
                        + ProcessHandle.of(pid).map(PortHolder::command).orElse(""));
    }

    private static String command(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .or(info::command)
                .map(line -> line.length() > COMMAND_SHOWN ? line.substring(0, COMMAND_SHOWN) + "…" : line)
                .map(line -> " (" + line + ")")
                .orElse("");
    }

    private static Optional<Long> pid(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = PID.matcher(said);
            return found.find()
                    ? Optional.of(Long.valueOf(found.group(1) == null ? found.group(2) : found.group(1)))
                    : Optional.empty();
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }
}
