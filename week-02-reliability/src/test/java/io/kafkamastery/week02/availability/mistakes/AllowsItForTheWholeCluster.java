package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "Unclean elections have to be enabled in the cluster first", caughtBy = "2.3.d")
final class AllowsItForTheWholeCluster extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        ConfigResource allBrokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        ConfigEntry unclean = new ConfigEntry("unclean.leader.election.enable", "true");
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.incrementalAlterConfigs(
                            Map.of(allBrokers, List.of(new AlterConfigOp(unclean, AlterConfigOp.OpType.SET))))
                    .all());
        }
        return super.bringBack(bootstrapServers, topic, limit);
    }
}
