package io.kafkamastery.cli.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One submission of the attack corpus, see its README. */
record Attack(String id, JsonNode spec) {

    static final String STARTER = "week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java";

    private static final String CLASS = """
            package io.example.greeting.starter;

            public final class MyGreeter implements io.example.greeting.Greeter {

                @Override
                public String greet(String name) {
            %s
                }

            %s
            }
            """;

    static Attack read(Path file) throws IOException {
        String id = file.getFileName().toString().replace(".yaml", "");
        return new Attack(id, new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file)));
    }

    /** What the submission is called in reports. */
    String name() {
        return spec.path("name").asText(id);
    }

    /** The verdict that is expected on a criterion of lab 1.1. */
    String expected(String letter) {
        JsonNode expect = spec.get("expect");
        return expect.isObject() ? expect.get(letter).asText() : expect.asText();
    }

    String says() {
        return spec.path("says").asText();
    }

    /** Writes it into that folder, as a folder or a zip of its own. */
    void handIn(Path folder) throws IOException {
        if (spec.path("zip").asBoolean()) {
            handInZip(folder.resolve(name() + ".zip"));
            return;
        }
        Path root = Files.createDirectory(folder.resolve(name()));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        for (Map.Entry<String, JsonNode> link : spec.path("links").properties()) {
            Path path = root.resolve(link.getKey());
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.getValue().asText()));
        }
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        if (spec.has("greet")) {
            String text = CLASS.formatted(
                    spec.get("greet").asText(), spec.path("members").asText());
            files.put(STARTER, text.getBytes(StandardCharsets.UTF_8));
        }
        spec.path("files")
                .properties()
                .forEach(file ->
                        files.put(file.getKey(), file.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private void handInZip(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            byte[] zeros = new byte[1 << 20];
            for (Map.Entry<String, JsonNode> entry : spec.path("zeros").properties()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                for (int megabyte = 0; megabyte < entry.getValue().asInt(); megabyte++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        }
    }
}
