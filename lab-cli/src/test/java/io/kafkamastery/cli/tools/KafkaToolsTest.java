package io.kafkamastery.cli.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.cli.Refusal;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KafkaToolsTest {

    private static final List<KafkaTool> TOOLS = KafkaTool.ALL;
    private static final Supplier<String> NEVER_ASKED = () -> {
        throw new AssertionError("asked for the cluster without need");
    };

    @ParameterizedTest
    @FieldSource("TOOLS")
    void hasAMainMethodOnTheClassPath(KafkaTool tool) throws Exception {
        Class<?> type = Class.forName(tool.mainClass(), false, getClass().getClassLoader());
        assertThat(Modifier.isStatic(type.getMethod("main", String[].class).getModifiers()))
                .isTrue();
    }

    @Test
    void addsTheAddressWhereTheToolLooksForIt() {
        assertThat(addressed("kafka-topics", "--list")).containsExactly("--bootstrap-server", "here:1", "--list");
        assertThat(addressed("kafka-metadata-quorum", "describe", "--status"))
                .containsExactly("--bootstrap-server", "here:1", "describe", "--status");
        assertThat(addressed("kafka-cluster", "cluster-id"))
                .containsExactly("cluster-id", "--bootstrap-server", "here:1");
        assertThat(addressed("kafka-replica-verification", "--time", "-1")).startsWith("--broker-list", "here:1");
        assertThat(addressed("kafka-get-offsets")).containsExactly("--bootstrap-server", "here:1");
    }

    private static List<String> addressed(String tool, String... arguments) {
        return KafkaTools.addressed(tool(tool), List.of(arguments), () -> "here:1");
    }

    private static KafkaTool tool(String name) {
        return KafkaTool.ALL.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesArgumentsAloneThatNeedNoAddress() {
        for (String argument : List.of("--help", "--version", "--bootstrap-server=x:1", "--bootstrap-controller")) {
            assertThat(KafkaTools.addressed(tool("kafka-configs"), List.of(argument), NEVER_ASKED))
                    .containsExactly(argument);
        }
        assertThat(KafkaTools.addressed(tool("kafka-topics"), List.of(), NEVER_ASKED))
                .isEmpty();
        assertThat(KafkaTools.addressed(tool("kafka-storage"), List.of("random-uuid"), NEVER_ASKED))
                .containsExactly("random-uuid");
    }

    @Test
    void namesTheNearestForAnUnknownTool() {
        assertThat(refusal("kafka-topic")).isEqualTo("Kafka has no tool kafka-topic. Did you mean kafka-topics?");
        assertThat(refusal("kafka-xyzzy")).contains("Its tools are:").contains("kafka-console-producer");
        assertThat(refusal("kafka-server-start.sh")).contains("'cluster up'");
    }

    private static String refusal(String name) {
        var refusal = new String[1];
        assertThatThrownBy(() -> KafkaTools.run(name, List.of("--list"), NEVER_ASKED))
                .isInstanceOfSatisfying(Refusal.class, e -> refusal[0] = e.getMessage());
        return refusal[0];
    }
}
