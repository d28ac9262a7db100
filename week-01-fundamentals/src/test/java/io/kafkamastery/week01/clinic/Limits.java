package io.kafkamastery.week01.clinic;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The limits that topics and brokers have. */
final class Limits {

    private static final String MAX_MESSAGE_BYTES = "max.message.bytes";

    private Limits() {}

    /** The largest batch that the topic takes, whoever has set this limit. */
    static int ofTopic(KafkaCluster kafka, Topic topic) throws ExecutionException, InterruptedException {
        return Integer.parseInt(configuration(kafka, topic, MAX_MESSAGE_BYTES));
    }

    /** Takes back what was set for all brokers: it would change the verdicts of those who come later. */
    static void forgetBrokerDefault(KafkaCluster kafka) throws ExecutionException, InterruptedException {
        ConfigResource everyBroker = new ConfigResource(ConfigResource.Type.BROKER, "");
        alter(kafka, everyBroker, new ConfigEntry("message.max.bytes", ""), AlterConfigOp.OpType.DELETE);
    }

    private static String configuration(KafkaCluster kafka, Topic topic, String name)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return kafka.admin()
                .describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private static void alter(KafkaCluster kafka, ConfigResource resource, ConfigEntry entry, AlterConfigOp.OpType how)
            throws ExecutionException, InterruptedException {
        kafka.admin()
                .incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(entry, how))))
                .all()
                .get();
    }
}
