package io.kafkamastery.week02.retention;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;

/** Who a topic is, and what somebody else has set for it. */
record Settings(KafkaCluster kafka, String topic) {

    private static final List<String> LIMITS = List.of("retention.ms", "retention.bytes");

    /**
     * Runs something while nothing is deleted from the topic, and then has its own limits apply again. A broker that looks
     * in the middle of a backlog would delete what is written so far, and old orders would never stand beside fresh ones.
     * The broker that is asked must know the topic's settings by now.
     */
    void whileNothingIsDeleted(Runnable writing) throws Exception {
        Config own = describe();
        alter(LIMITS.stream()
                .map(limit -> new AlterConfigOp(new ConfigEntry(limit, "-1"), OpType.SET))
                .toList());
        writing.run();
        alter(LIMITS.stream().map(own::get).map(Settings::restore).toList());
        Await.within(Duration.ofSeconds(10))
                .until("the broker to know the settings of " + topic + " again", () -> sameLimits(describe(), own));
    }

    private static boolean sameLimits(Config one, Config other) {
        return LIMITS.stream()
                .allMatch(
                        limit -> one.get(limit).value().equals(other.get(limit).value()));
    }

    private static AlterConfigOp restore(ConfigEntry entry) {
        boolean ownOfTheTopic = entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
        return new AlterConfigOp(
                new ConfigEntry(entry.name(), entry.value()), ownOfTheTopic ? OpType.SET : OpType.DELETE);
    }

    Uuid topicId() throws Exception {
        return kafka.admin()
                .describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .topicId();
    }

    void set(String name, String value) throws Exception {
        alter(List.of(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET)));
    }

    private void alter(List<AlterConfigOp> changes) throws Exception {
        kafka.admin().incrementalAlterConfigs(Map.of(resource(), changes)).all().get();
    }

    String get(String name) throws Exception {
        return describe().get(name).value();
    }

    private Config describe() throws Exception {
        return kafka.admin()
                .describeConfigs(List.of(resource()))
                .values()
                .get(resource())
                .get();
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
