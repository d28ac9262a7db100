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

@Mistake(belief = "A setting that was lent is given back by deleting it", caughtBy = "2.3.d")
final class ForgetsWhatWasSet extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        alter(bootstrapServers, topic, AlterConfigOp.OpType.SET);
        try {
            return super.bringBack(bootstrapServers, topic, limit);
        } finally {
            alter(bootstrapServers, topic, AlterConfigOp.OpType.DELETE);
        }
    }

    private static void alter(String bootstrapServers, String topic, AlterConfigOp.OpType how) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        ConfigEntry unclean = new ConfigEntry("unclean.leader.election.enable", "true");
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(unclean, how))))
                    .all());
        }
    }
}
