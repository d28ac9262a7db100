package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "The limit is the leader's, and nobody else has to do with it", caughtBy = "1.8.c")
final class RaisesTheLeadersLimit extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        try (Admin admin = Admin.create(settings)) {
            Node leader = answer(admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic)
                    .partitions()
                    .get(0)
                    .leader();
            set(settings, ConfigResource.Type.BROKER, leader.idString(), "message.max.bytes", 20_000_000);
        }
        return new SizeLimits(
                limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", 20_000_000));
    }
}
