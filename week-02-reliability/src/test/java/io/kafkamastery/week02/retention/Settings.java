package io.kafkamastery.week02.retention;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;

/** Who a topic is, and what somebody else has set for it. */
record Settings(KafkaCluster kafka, String topic) {

    Uuid topicId() throws Exception {
        return kafka.admin()
                .describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .topicId();
    }

    void set(String name, String value) throws Exception {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        kafka.admin()
                .incrementalAlterConfigs(Map.of(resource(), List.of(change)))
                .all()
                .get();
    }

    String get(String name) throws Exception {
        return kafka.admin()
                .describeConfigs(List.of(resource()))
                .values()
                .get(resource())
                .get()
                .get(name)
                .value();
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
