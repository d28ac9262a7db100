package io.kafkamastery.cli.grade.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Javac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Honest code in many styles passes the inspection: a list that is too short would fail people who are right. */
class RulesOfTheCourseTest {

    @TempDir
    Path folder;

    @Test
    void letsHonestCodePass() throws Exception {
        List<Path> sources;
        try (Stream<Path> files = Files.list(
                Path.of(RulesOfTheCourseTest.class.getResource("/honest").toURI()))) {
            sources = files.sorted().toList();
        }
        Path classes = folder.resolve("classes");
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        assertThat(new Javac().compile(sources, classPath, classes))
                .extracting(CompileError::text)
                .isEmpty();
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        SortedSet<Violation> violations = new Inspector(
                        Rules.forLabs(List.of(), List.of()), getClass().getClassLoader())
                .inspect(all, List.of("honest"), name -> true);
        assertThat(violations).extracting(Violation::sentence).isEmpty();
    }
}
