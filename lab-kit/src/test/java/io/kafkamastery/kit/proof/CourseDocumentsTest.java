package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.report.LabModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that belong to no week: each week's own are part of its proof. */
class CourseDocumentsTest {

    private static Documents documents;

    @BeforeAll
    static void findPages() throws IOException {
        Path root = LabModule.of(CourseDocumentsTest.class).folder().getParent();
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of(".", "docker", "docs")) {
            Path path = root.resolve(folder).normalize();
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
                }
            }
        }
        documents = Documents.of(root, pages);
    }

    @Test
    void codeBlocksAreWhatTheySayTheyAre() {
        documents.checkCodeBlocks();
    }

    @Test
    void linksLeadSomewhere() {
        documents.checkLinks();
    }
}
