package io.kafkamastery.cli.build;

import io.kafkamastery.cli.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the user's Maven, without the network if that is enough. */
final class Maven {

    private final Path root;

    Maven(Path root) {
        this.root = root;
    }

    /** @throws Refusal if it fails, with what Maven said */
    void run(List<String> arguments) {
        List<String> offline = new ArrayList<>(List.of("-o"));
        offline.addAll(arguments);
        if (!execute(offline).isEmpty()) {
            String said = execute(arguments);
            if (!said.isEmpty()) {
                throw new Refusal("Maven could not prepare this:\n" + said.strip());
            }
        }
    }

    /** What it said if it failed; empty if all went well. */
    private String execute(List<String> arguments) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        List<String> command =
                new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(arguments);
        try {
            Process maven = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            maven.getOutputStream().close();
            String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return maven.waitFor() == 0 ? "" : said.isBlank() ? "(no reason given)" : said;
        } catch (IOException e) {
            throw new Refusal("Maven could not be started (" + e.getMessage()
                    + "). Install it, 3.8.6 or newer, and check with: mvn -version");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while Maven was running.");
        }
    }
}
