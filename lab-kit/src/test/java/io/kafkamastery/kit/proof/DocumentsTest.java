package io.kafkamastery.kit.proof;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    @TempDir
    Path course;

    private Path week;

    @BeforeEach
    void writeSource() throws IOException {
        week = Files.createDirectories(course.resolve("week-09"));
        Files.writeString(week.resolve("Reader.java"), """
                class Reader {
                    // region: read
                    void read() {
                        poll();
                    }
                    // endregion
                }
                """);
    }

    @Test
    void blockThatEqualsItsRegionIsFine() throws IOException {
        page("```java source=Reader.java#read\nvoid read() {\n    poll();\n}\n```\n");
        assertThatCode(() -> documents().checkCodeBlocks()).doesNotThrowAnyException();
    }

    @Test
    void oneChangedWordIsNamedByFileAndLine() throws IOException {
        page("Look:\n\n```java source=Reader.java#read\nvoid read() {\n    pull();\n}\n```\n");
        assertThatThrownBy(() -> documents().checkCodeBlocks())
                .hasMessageContaining("week-09/page.md:3: ")
                .hasMessageContaining("differs from Reader.java#read in its line 2")
                .hasMessageContaining("- source:     poll();")
                .hasMessageContaining("+ page:       pull();");
    }

    @Test
    void blockWithoutSourceIsNamed() throws IOException {
        page("```java\nint x;\n```\n");
        assertThatThrownBy(() -> documents().checkCodeBlocks())
                .hasMessageContaining("page.md:1: the code block 'java' names neither its source");
    }

    @Test
    void unknownRegionIsNamed() throws IOException {
        page("```java source=Reader.java#write\nint x;\n```\n");
        assertThatThrownBy(() -> documents().checkCodeBlocks()).hasMessageContaining("has no region 'write'");
    }

    @Test
    void outputsAndDiagramsNeedNoSource() throws IOException {
        page("```text output-of=\"scripts/lab list\"\nx\n```\n\n```mermaid\ngraph TD\n```\n");
        assertThatCode(() -> documents().checkCodeBlocks()).doesNotThrowAnyException();
    }

    @Test
    void deadLinksAndHeadingsAreNamed() throws IOException {
        page(
                "# One heading\n\n[here](#one-heading) [gone](gone.md)\n[nowhere](#another)\n[web](https://example.org)\n");
        assertThatThrownBy(() -> documents().checkLinks())
                .hasMessageContaining("page.md:3: the link gone.md leads to nothing")
                .hasMessageContaining("page.md:4: the link #another leads to no heading")
                .hasMessageNotContaining("one-heading")
                .hasMessageNotContaining("example.org");
    }

    @Test
    void marksMustBeDefined() throws IOException {
        page("Committed offsets survive a restart [1.3.c]. Batches stick [KIP-480].\n\n[1.3.c]: page.md\n");
        assertThatThrownBy(() -> documents().checkLinks())
                .hasMessageContaining("page.md:1: the mark [KIP-480] is not defined")
                .hasMessageNotContaining("1.3.c");
    }

    private void page(String text) throws IOException {
        Files.writeString(week.resolve("page.md"), text);
    }

    private Documents documents() {
        return Documents.below(week);
    }
}
