package io.kafkamastery.kit.report;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps what the brokers said when a criterion failed, in the week's {@code target/broker-logs}. */
public final class BrokerLogs {

    private static final int LINES = 200;

    private BrokerLogs() {}

    /** The last lines of every running broker, in the module that the test class belongs to. */
    public static void keep(Class<?> testClass) {
        Path folder = LabModule.of(testClass).target().resolve("broker-logs");
        try {
            Files.createDirectories(folder);
            int number = 0;
            for (KafkaCluster cluster : Clusters.running()) {
                number++;
                for (Broker broker : cluster.brokers()) {
                    List<String> log = broker.logTail(LINES);
                    if (!log.isEmpty()) {
                        Files.write(folder.resolve("cluster-" + number + "-broker-" + broker.id() + ".log"), log);
                    }
                }
            }
        } catch (IOException e) {
            Notice.say("The brokers' logs could not be kept in " + folder + ": " + e.getMessage());
        }
    }
}
