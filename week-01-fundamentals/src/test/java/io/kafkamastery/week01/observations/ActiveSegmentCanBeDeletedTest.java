package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Retention deletes a segment when its newest record is too old, and the active segment is no exception. */
@UsesKafka
@Brokers(settings = {"log.retention.check.interval.ms=300", "log.initial.task.delay.ms=300"}) // not every 5 minutes
class ActiveSegmentCanBeDeletedTest {

    private static final String KEEP_ONE_HOUR = "retention.ms=3600000";
    private static final Duration TOO_OLD = Duration.ofHours(2);
    private static final Duration FRESH = Duration.ZERO;

    @Test
    void aQuietTopicIsEmptiedAndItsOffsetsGoOn(KafkaCluster kafka, @TopicConfig(settings = KEEP_ONE_HOUR) Topic quiet)
            throws Exception {
        Clients clients = new Clients(kafka);
        for (int i = 0; i < 5; i++) {
            send(clients, quiet, TOO_OLD);
        }

        awaitEmptied(clients, quiet, 5);

        assertThat(send(clients, quiet, FRESH)).as("offset of the next record").isEqualTo(5);
    }

    @Test
    void anOldRecordStaysBesideAFreshOne(
            KafkaCluster kafka,
            @TopicConfig(settings = KEEP_ONE_HOUR) Topic mixed,
            @TopicConfig(settings = KEEP_ONE_HOUR) Topic quiet)
            throws Exception {
        Clients clients = new Clients(kafka);
        send(clients, mixed, TOO_OLD);
        send(clients, mixed, FRESH);

        // The first round of retention may have been under way before. When the third has emptied the other topic, the
        // second has looked at both.
        for (int round = 1; round <= 3; round++) {
            send(clients, quiet, TOO_OLD);
            awaitEmptied(clients, quiet, round);
        }

        assertThat(TopicProbe.of(kafka, mixed.name()).beginningOffset(0))
                .as("oldest offset beside a fresh record")
                .isZero();
    }

    private static long send(Clients clients, Topic topic, Duration age) throws Exception {
        long timestamp = System.currentTimeMillis() - age.toMillis();
        try (KafkaProducer<String, String> producer = clients.producer()) {
            return producer.send(new ProducerRecord<>(topic.name(), 0, timestamp, null, "an order"))
                    .get()
                    .offset();
        }
    }

    private static void awaitEmptied(Clients clients, Topic topic, long endOffset) {
        await(topic + " is emptied by retention")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                TopicProbe.of(clients.kafka(), topic.name()).beginningOffset(0))
                        .isEqualTo(endOffset));
    }
}
