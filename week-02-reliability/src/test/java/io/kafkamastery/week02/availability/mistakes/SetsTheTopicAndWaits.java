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

/** The setting speaks about elections; it holds none. The controller looks for partitions to elect every five minutes. */
@Mistake(belief = "With unclean.leader.election.enable=true the topic comes back", caughtBy = "2.3.b")
final class SetsTheTopicAndWaits extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        Set<TopicPartition> offline = offlineOf(bootstrapServers, topic);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        ConfigEntry unclean = new ConfigEntry("unclean.leader.election.enable", "true");
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(unclean, AlterConfigOp.OpType.SET))))
                    .all());
            Set<TopicPartition> led = awaitLed(bootstrapServers, topic, offline, limit);
            answer(admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(unclean, AlterConfigOp.OpType.DELETE))))
                    .all());
            return led;
        }
    }
}
