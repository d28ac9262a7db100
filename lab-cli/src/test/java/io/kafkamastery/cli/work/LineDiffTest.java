package io.kafkamastery.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void showsNothingWhereNothingDiffers() {
        assertThat(LineDiff.unified(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDiff.unified(List.of(), List.of())).isEmpty();
    }

    @Test
    void showsChangesWithWhatStandsAround() {
        List<String> before = new ArrayList<>(
                IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList());
        List<String> after = new ArrayList<>(before);
        after.set(9, "ten");
        after.remove(24);
        assertThat(LineDiff.unified(before, after))
                .containsExactly(
                        "@@ line 7 @@",
                        " 7",
                        " 8",
                        " 9",
                        "-10",
                        "+ten",
                        " 11",
                        " 12",
                        " 13",
                        "@@ line 22 @@",
                        " 22",
                        " 23",
                        " 24",
                        "-25",
                        " 26",
                        " 27",
                        " 28");
    }

    @Test
    void joinsChangesThatAreNear() {
        assertThat(LineDiff.unified(List.of("a", "b", "c"), List.of("x", "b", "y")))
                .containsExactly("@@ line 1 @@", "-a", "+x", " b", "-c", "+y");
    }
}
