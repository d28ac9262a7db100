package io.kafkamastery.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A course with one week and two small labs that need no broker, on disk, for tests to learn with. */
public final class SampleCourse {

    private static final String STARTER = """
            package io.example.greeting.starter;

            import io.example.greeting.Greeter;

            public final class MyGreeter implements Greeter {

                @Override
                public String greet(String name) {
                    throw new UnsupportedOperationException("TODO 1.1.a: greet by name");
                }

                public static void main(String[] args) {
                    System.out.println(new MyGreeter().greet(args[0]));
                }
            }
            """;

    private final Path root;

    /** Writes it into that folder. */
    public SampleCourse(Path root) {
        this.root = root;
        write("pom.xml", "");
        write("kestrel/pom.xml", "");
        write("lab-kit/pom.xml", "");
        write("kestrel/src/main/note.txt", "");
        write("lab-kit/src/main/note.txt", "");
        write("week-01-basics/pom.xml", "");
        lab("1.1", "Greetings", "greeting", "Greeter");
        lab("1.2", "Farewells", "farewell", "Leaver");
        write("week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java", STARTER);
        write("week-01-basics/quiz.yaml", QUIZ);
        noMavenNeeded();
    }

    private void lab(String id, String title, String room, String contract) {
        String main = "week-01-basics/src/main/java/io/example/" + room + "/";
        String test = "week-01-basics/src/test/java/io/example/" + room + "/";
        Map<String, String> words = Map.of("ID", id, "TITLE", title, "ROOM", room, "CONTRACT", contract);
        int number = Integer.parseInt(id.substring(2));
        write("week-01-basics/labs/lab-0" + number + "-" + room + ".md", filled(PAGE, words));
        write(main + contract + ".java", filled(CONTRACT, words));
        write(main + "starter/My" + contract + ".java", filled(STUB, words));
        write(main + "solution/" + contract + "Solution.java", filled(SOLUTION, words));
        write(test + contract + "LabTest.java", filled(TEST, words));
    }

    private static String filled(String template, Map<String, String> words) {
        String text = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("$" + word.getKey(), word.getValue());
        }
        return text;
    }

    /** The class path is noted as if Maven had been asked already. */
    private void noMavenNeeded() {
        String jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        write("week-01-basics/target/lab-class-path", jars);
        try {
            Files.setLastModifiedTime(
                    root.resolve("week-01-basics/target/lab-class-path"),
                    FileTime.from(Instant.now().plusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    public Path starter() {
        return root.resolve("week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java");
    }

    /** The learner types this as the body of the first lab's only method, and saves. */
    public void write(Body body) {
        write(
                "week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java",
                STARTER.replace(
                        "throw new UnsupportedOperationException(\"TODO 1.1.a: greet by name\");", body.code()));
    }

    /** What stands between the braces of {@code String greet(String name)}. */
    public record Body(String code) {}

    public void write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String CONTRACT = """
            package io.example.$ROOM;

            public interface $CONTRACT {
                String greet(String name);
            }
            """;

    private static final String STUB = """
            package io.example.$ROOM.starter;

            import io.example.$ROOM.$CONTRACT;

            public final class My$CONTRACT implements $CONTRACT {

                @Override
                public String greet(String name) {
                    throw new UnsupportedOperationException("TODO $ID.a: greet by name");
                }
            }
            """;

    private static final String SOLUTION = """
            package io.example.$ROOM.solution;

            import io.example.$ROOM.$CONTRACT;

            public final class $CONTRACTSolution implements $CONTRACT {

                @Override
                public String greet(String name) {
                    return "Hello, " + name;
                }
            }
            """;

    private static final String TEST = """
            package io.example.$ROOM;

            import static org.assertj.core.api.Assertions.assertThat;

            import io.kafkamastery.kit.lab.Criterion;
            import io.kafkamastery.kit.lab.Lab;

            @Lab(id = "$ID", title = "$TITLE")
            class $CONTRACTLabTest {

                @Criterion(id = "a", value = "Greets by name")
                void greetsByName($CONTRACT lab) {
                    assertThat(lab.greet("Ada")).as("the greeting for Ada").isEqualTo("Hello, Ada");
                }

                @Criterion(id = "b", value = "Greets everybody", seconds = 3)
                void greetsEverybody($CONTRACT lab) {
                    assertThat(lab.greet("Ben")).as("the greeting for Ben").isEqualTo("Hello, Ben");
                }
            }
            """;

    private static final String PAGE = """
            # Lab $ID: $TITLE

            **40 minutes** · you write [My$CONTRACT](../src/main/java/io/example/$ROOM/starter/My$CONTRACT.java)
            · contract [$CONTRACT](../src/main/java/io/example/$ROOM/$CONTRACT.java)

            ## Story

            Somebody comes in. Say `hello`, and say it in a sentence that is long enough to be wrapped
            when it is shown in a terminal.

            ## Success criteria

            - [ ] **$ID.a** Greets by name
            - [ ] **$ID.b** Greets everybody

            ## Hints

            <details><summary>$ID.a: what is the name?</summary>

            1. Somebody gives it to you.
            2. It is the *argument*,
               and nothing else.

            </details>

            <details><summary>$ID.b: and who else?</summary>

            1. Everybody.

            </details>

            ## What you can now explain

            - Why one greets.
            """;

    private static final String QUIZ = """
            week: 1
            questions:
              - id: q01
                question: "What does one say?"
                options:
                  - text: "Hello"
                    why: "That is a greeting."
                  - text: "Nothing"
                    why: "That would be rude."
                answer: a
                topic: 01-manners.md
            """;
}
