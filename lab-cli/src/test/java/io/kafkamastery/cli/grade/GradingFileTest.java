package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.grade.GradingFile.LatePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How points are given. */
class GradingFileTest {

    @Test
    void readsTheExampleOfTheGuide() throws IOException {
        GradingFile example = GradingFile.read(Path.of("../docs/examples/grading.yaml"));
        assertThat(example.passMark()).isEqualTo(50);
        assertThat(example.weight("1.3", "b")).isEqualTo(3);
        assertThat(example.weight("1.7", "a")).isEqualTo(2);
        assertThat(example.weight("1.3", "a")).isEqualTo(1);
        assertThat(example.limits().silence()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void givesAPointForEachCriterionWhereNothingIsSaid() throws IOException {
        GradingFile usual = GradingFile.read(Path.of("no-such-file.yaml"));
        assertThat(usual.weight("1.3", "b")).isEqualTo(1);
        assertThat(usual.lateness(Instant.now())).isEqualTo(Lateness.NONE);
    }

    @Test
    void countsDaysBegun() {
        Instant due = Instant.parse("2026-11-30T12:00:00Z");
        LatePolicy policy = new LatePolicy(due, Duration.ofMinutes(30), 10, 25);
        assertThat(policy.of(due.minusSeconds(1)).percentOff()).isZero();
        assertThat(policy.of(due.plus(Duration.ofMinutes(30))).percentOff()).isZero();
        assertThat(policy.of(due.plus(Duration.ofMinutes(31))).percentOff()).isEqualTo(10);
        assertThat(policy.of(due.plus(Duration.ofHours(25))).percentOff()).isEqualTo(20);
        assertThat(policy.of(due.plus(Duration.ofDays(9))).percentOff()).isEqualTo(25);
    }
}
