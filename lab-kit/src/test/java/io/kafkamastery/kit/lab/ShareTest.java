package io.kafkamastery.kit.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Capability;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void isReadAsItIsWritten() {
        Share share = new Share(Set.of("d", "a"));
        assertThat(share).hasToString("a,d").isEqualTo(Share.parse("a,d"));
        assertThat(share.includes(new CriterionId("1.3", "a"))).isTrue();
        assertThat(share.includes(new CriterionId("1.3", "b"))).isFalse();
        assertThat(Share.parse("")).isEqualTo(Share.ALL);
        assertThat(Share.ALL.includes(new CriterionId("1.3", "b"))).isTrue();
    }

    @Test
    void isNotPossibleWhereCriteriaHurtBrokers() {
        assertThat(Share.isPossible(Peaceful.class)).isTrue();
        assertThat(Share.isPossible(Large.class)).as("several brokers").isFalse();
        assertThat(Share.isPossible(Violent.class)).as("a broker is paused").isFalse();
        assertThat(Share.isPossible(ViolentAltogether.class))
                .as("brokers are killed")
                .isFalse();
    }

    @Requires(Capability.LOG_DIRS)
    private static class Peaceful {

        @Requires(Capability.BROKER_SETTINGS)
        void reads() {}
    }

    @Brokers(3)
    private static class Large {}

    private static class Violent {

        @Requires(Capability.PAUSE)
        void pauses() {}
    }

    @Requires({Capability.LOG_DIRS, Capability.KILL})
    private static class ViolentAltogether {}
}
