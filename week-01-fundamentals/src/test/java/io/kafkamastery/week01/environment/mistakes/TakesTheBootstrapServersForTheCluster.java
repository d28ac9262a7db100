package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.solution.ClusterTourSolution;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "The bootstrap servers are the brokers, numbered from 0", caughtBy = "1.1.a")
final class TakesTheBootstrapServersForTheCluster extends Misguided {

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        ClusterReport report = new ClusterTourSolution().describe(bootstrapServers, timeout);
        Map<Integer, String> brokers = new HashMap<>();
        for (String address : bootstrapServers.split(",")) {
            brokers.put(brokers.size(), address);
        }
        return new ClusterReport(report.clusterId(), 0, brokers);
    }
}
