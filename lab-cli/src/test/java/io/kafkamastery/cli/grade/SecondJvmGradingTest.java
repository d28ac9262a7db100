package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that a test starts is guarded as the test's own is, and what a lab permits is asked of its test. */
@Timeout(120)
class SecondJvmGradingTest {

    private static final String FOLDER = "week-01-basics/src/test/java/io/example/farewell/";
    private static final String STARTER = "week-01-basics/src/main/java/io/example/farewell/starter/MyLeaver.java";

    private static final String TEST = """
            package io.example.farewell;

            import static org.assertj.core.api.Assertions.assertThat;

            import io.kafkamastery.kit.jvm.SecondJvm;
            import io.kafkamastery.kit.lab.Criterion;
            import io.kafkamastery.kit.lab.Lab;
            import io.kafkamastery.kit.lab.Permission;

            @Lab(id = "1.2", title = "Farewells", permits = Permission.READ_FILES)
            class LeaverLabTest {

                @Criterion(id = "a", value = "Greets by name")
                void greetsByName(Leaver lab) throws Exception {
                    Process process = SecondJvm.running(Elsewhere.class).start(lab.getClass().getName(), "Ada");
                    assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("Hello, Ada");
                }

                @Criterion(id = "b", value = "Greets everybody")
                void greetsEverybody(Leaver lab) {
                    assertThat(lab.greet("Ben")).isEqualTo("Hello, Ben");
                }
            }
            """;

    private static final String ELSEWHERE = """
            package io.example.farewell;

            final class Elsewhere {
                public static void main(String[] arguments) throws Exception {
                    Leaver leaver = (Leaver) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
                    System.out.print(leaver.greet(arguments[1]));
                }
            }
            """;

    /** Greets only where there are walls around it. */
    private static final String LEARNERS = """
            package io.example.farewell.starter;

            import java.nio.file.Files;
            import java.nio.file.Path;

            public final class MyLeaver implements io.example.farewell.Leaver {
                @Override
                public String greet(String name) {
                    String folder = System.getProperty("java.io.tmpdir");
                    if (!folder.contains("lab-grade-") || !folder.equals(System.getenv("HOME"))) {
                        return "nowhere private";
                    }
                    for (String wall : new String[] {"io.kafkamastery.kit.jvm.SecondMain", "org.junit.jupiter.api.Test",
                            "java.lang.ProcessBuilder", "io.example.farewell.LeaverLabTest"}) {
                        try {
                            return Class.forName(wall).getName() + " exists";
                        } catch (ClassNotFoundException good) {
                            continue;
                        }
                    }
                    try {
                        for (int often = 0; often < 100; often++) { // the JDK makes a class for it on the way
                            MyLeaver.class.getDeclaredConstructor().newInstance();
                        }
                    } catch (ReflectiveOperationException e) {
                        return e.toString();
                    }
                    return Files.exists(Path.of(folder)) ? "Hello, " + name : "no folder";
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void guardsWhatATestStarts() throws IOException {
        SampleCourse course = new SampleCourse(folder.resolve("course"));
        course.write(FOLDER + "LeaverLabTest.java", TEST);
        course.write(FOLDER + "Elsewhere.java", ELSEWHERE);
        Path submission = folder.resolve("ada");
        Files.createDirectories(submission.resolve(STARTER).getParent());
        Files.writeString(submission.resolve(STARTER), LEARNERS);
        Path out = folder.resolve("grades");
        Session.Answer answer = new Session(course.root()).type("grade " + submission + " --out " + out);
        JsonNode lab = new ObjectMapper()
                .readTree(out.resolve("results.json").toFile())
                .at("/submissions/0/labs/1");
        assertThat(lab.get("points").asDouble()).as("%s %s", answer, lab).isEqualTo(2);
    }
}
