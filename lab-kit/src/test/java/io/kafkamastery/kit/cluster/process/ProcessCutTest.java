package io.kafkamastery.kit.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.CutContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessCutTest extends CutContract {

    @Override
    protected Backend backend() {
        return new ProcessBackend();
    }

    @Test
    void wiringLeavesNoThreadBehind() throws Exception {
        List<NodePlan> plans =
                List.of(new NodePlan(101, NodePlan.Role.CONTROLLER, 0, 9), new NodePlan(1, NodePlan.Role.BROKER, 9, 0));
        long before = relayThreads();
        Wiring wiring = new Wiring(plans, List.of(9, 9, 9));
        assertThat(relayThreads()).isGreaterThan(before);

        wiring.close();

        await("threads to end").atMost(Duration.ofSeconds(10)).until(() -> relayThreads() == before);
    }

    private static long relayThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lab-kit-relay"))
                .count();
    }
}
