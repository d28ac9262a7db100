package io.kafkamastery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> COMMANDS = List.of("check", "cluster", "list", "kafka-topics", "kafka-groups");

    @Test
    void findsWhatWasMeant() {
        assertThat(Nearest.to("lsit", COMMANDS)).containsExactly("list");
        assertThat(Nearest.to("cluter", COMMANDS)).containsExactly("cluster");
        assertThat(Nearest.to("topics", COMMANDS)).containsExactly("kafka-topics");
        assertThat(Nearest.to("xyzzy", COMMANDS)).isEmpty();
    }

    @Test
    void asksInASentence() {
        assertThat(Nearest.question("lsit", COMMANDS)).isEqualTo(" Did you mean list?");
        assertThat(Nearest.question(List.of("a", "b", "c"))).isEqualTo(" Did you mean a, b or c?");
        assertThat(Nearest.question("xyzzy", COMMANDS)).isEmpty();
    }

    @Test
    void countsASwapAsOne() {
        assertThat(Nearest.distance("lsit", "list")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
