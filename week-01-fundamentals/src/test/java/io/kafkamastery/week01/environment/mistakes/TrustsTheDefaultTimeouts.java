package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.ClusterReport;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A client gives up by itself soon enough", caughtBy = "1.1.e")
final class TrustsTheDefaultTimeouts extends Misguided {

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.describeCluster().clusterId());
        }
        return super.describe(bootstrapServers, timeout);
    }
}
