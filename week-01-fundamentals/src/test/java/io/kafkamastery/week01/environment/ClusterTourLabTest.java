package io.kafkamastery.week01.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.*;
import java.time.Duration;

@Lab(id = "1.1", title = "Environment verification")
class ClusterTourLabTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Criterion(id = "a", value = "Reports the cluster id, the controller and the brokers")
    void a(ClusterTour lab, KafkaCluster kafka) {
        ClusterReport report = lab.describe(kafka.bootstrapServers(), TIMEOUT);
        assertThat(report.brokers()).hasSize(1);
    }
}
