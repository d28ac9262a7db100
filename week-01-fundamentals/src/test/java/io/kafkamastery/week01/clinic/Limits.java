package io.kafkamastery.week01.clinic;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.ConfigResource;

/** The limits that topics have. */
final class Limits {

    private Limits() {}

    /** The largest batch that the topic takes, whoever has set this limit. */
    static int ofTopic(KafkaCluster kafka, Topic topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return Integer.parseInt(kafka.admin()
                .describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("max.message.bytes")
                .value());
    }
}
