package io.kafkamastery.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path folder;

    @Test
    void completesCommandsLabsAndTools() throws Exception {
        new SampleCourse(folder);
        Path script = folder.resolve("completion.bash");
        Files.writeString(script, new Session(folder).type("completion").out());

        assertThat(completing(script, "ch")).containsExactly("check");
        assertThat(completing(script, "kafka-top")).containsExactly("kafka-topics");
        assertThat(completing(script, "check", "1.")).containsExactly("1.1", "1.2");
        assertThat(completing(script, "check", "w")).containsExactly("week-01");
        assertThat(completing(script, "cluster", "re")).containsExactly("resume");
        assertThat(completing(script, "progress", "--h")).contains("--html");
        assertThat(completing(script, "check", "--v")).isEmpty();
    }

    private static String[] completing(Path script, String... words) throws IOException, InterruptedException {
        String line = "source '" + script + "'; COMP_WORDS=(lab " + String.join(" ", words) + "); COMP_CWORD="
                + words.length + "; _lab; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash;
        try {
            bash = new ProcessBuilder("bash", "--norc", "-c", line)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noBash) {
            assumeTrue(false, "there is no bash here");
            throw noBash;
        }
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.isBlank() ? new String[0] : said.strip().split("\n");
    }
}
