package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.LogUpkeep;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Retention deletes a segment when its newest record is too old, and the active segment is no exception. */
@UsesKafka
class ActiveSegmentCanBeDeletedTest {

    private static final String KEEP_ONE_HOUR = "retention.ms=3600000";
    private static final String KEEP_ALL = "retention.ms=-1";
    private static final Duration TOO_OLD = Duration.ofHours(2);
    private static final Duration FRESH = Duration.ZERO;

    @Test
    void aQuietTopicIsEmptiedAndItsOffsetsGoOn(KafkaCluster kafka, @TopicConfig(settings = KEEP_ONE_HOUR) Topic quiet)
            throws Exception {
        Clients clients = new Clients(kafka);
        for (int i = 0; i < 5; i++) {
            send(clients, quiet.partition(0), TOO_OLD);
        }

        awaitEmptied(clients, quiet.partition(0), 5);

        assertThat(send(clients, quiet.partition(0), FRESH))
                .as("offset of the next record")
                .isEqualTo(5);
    }

    @Test
    void anOldRecordStaysBesideAFreshOne(
            KafkaCluster kafka, @TopicConfig(partitions = 2, settings = KEEP_ALL) Topic shops) throws Exception {
        Clients clients = new Clients(kafka);
        send(clients, shops.partition(0), TOO_OLD);
        send(clients, shops.partition(0), FRESH);
        send(clients, shops.partition(1), TOO_OLD);

        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, shops.name());
        AlterConfigOp keepOneHour = new AlterConfigOp(new ConfigEntry("retention.ms", "3600000"), OpType.SET);
        kafka.admin()
                .incrementalAlterConfigs(Map.of(topic, List.of(keepOneHour)))
                .all()
                .get();
        awaitEmptied(clients, shops.partition(1), 1);
        LogUpkeep.awaitRetention(kafka);

        assertThat(TopicProbe.of(kafka, shops.name()).beginningOffset(0))
                .as("oldest offset beside a fresh record")
                .isZero();
    }

    private static long send(Clients clients, TopicPartition partition, Duration age) throws Exception {
        long timestamp = System.currentTimeMillis() - age.toMillis();
        try (KafkaProducer<String, String> producer = clients.producer()) {
            return producer.send(
                            new ProducerRecord<>(partition.topic(), partition.partition(), timestamp, null, "an order"))
                    .get()
                    .offset();
        }
    }

    private static void awaitEmptied(Clients clients, TopicPartition partition, long endOffset) {
        await(partition + " is emptied by retention")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TopicProbe.of(clients.kafka(), partition.topic())
                                .beginningOffset(partition.partition()))
                        .isEqualTo(endOffset));
    }
}
