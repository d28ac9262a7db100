package io.kafkamastery.kit.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final Owner SELF = Owner.self();

    @Test
    void isReadFromItsText() {
        assertThat(Owner.parse(SELF.toString()).map(Owner::toString)).hasValue(SELF.toString());
    }

    @Test
    void isReadFromATextWhoseHostHasDashes() {
        Owner owner = new Owner(7, Instant.ofEpochMilli(1), "build-agent-3.local");

        assertThat(Owner.parse(owner.toString())).hasValue(owner);
    }

    @Test
    void isNotReadFromTheTextsOfOthers() {
        assertThat(Owner.parse(null)).isEmpty();
        assertThat(Owner.parse("")).isEmpty();
        assertThat(Owner.parse("some-other-label")).isEmpty();
    }

    @Test
    void livesAsLongAsItsProcess() throws Exception {
        Process process =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version").start();
        Owner owner = new Owner(process.pid(), process.info().startInstant().orElse(Instant.now()), SELF.host());
        process.waitFor();

        assertThat(owner.isGone()).isTrue();
        assertThat(SELF.isGone()).isFalse();
    }

    @Test
    void isGoneWhenALaterProcessHasItsNumber() {
        assertThat(new Owner(SELF.pid(), SELF.start().minus(Duration.ofHours(1)), SELF.host()).isGone())
                .isTrue();
    }

    @Test
    void survivesACorrectionOfTheClock() {
        assertThat(new Owner(SELF.pid(), SELF.start().plusSeconds(2), SELF.host()).isGone())
                .isFalse();
    }

    @Test
    void isNotJudgedFromAnotherHost() {
        assertThat(new Owner(SELF.pid(), Instant.EPOCH, SELF.host() + "-2").isGone())
                .isFalse();
    }
}
