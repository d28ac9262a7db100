package io.kafkamastery.week01.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Hearsay;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.week01.clinic.patients.CateringDesk;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Catering desks whose big orders vanish, before the clinic sees them, and after. */
final class BigOrders {

    private static final int MOST_ATTEMPTS = 10;

    private final Clinic lab;
    private final KafkaCluster kafka;

    BigOrders(Clinic lab, KafkaCluster kafka) {
        this.lab = lab;
        this.kafka = kafka;
    }

    /** @param letters how long the order's list of wishes is */
    SizeLimits assertLetsThrough(Topic topic, Map<String, Object> settings, int producerLimit, int letters)
            throws Exception {
        Order big = Orders.big(1, letters);
        int bytes = Orders.bytes(big);
        int topicLimit = Limits.ofTopic(kafka, topic);
        send(settings, topic, big);
        assertThat(recordsIn(topic))
                .as("records in %s after the sick desk has sent an order of %,d bytes", topic, bytes)
                .isZero();

        SizeLimits limits = Attempt.to(
                "bigOrdersVanish should mend", () -> lab.bigOrdersVanish(Map.copyOf(settings), topic.name(), bytes));

        assertThat(limits.producerBytes())
                .as("the largest request that the desk's producer could send, before it was mended")
                .isEqualTo(producerLimit);
        assertThat(limits.topicBytes())
                .as("the largest batch that topic %s took, before it was mended", topic)
                .isEqualTo(topicLimit);
        Hearsay.awaitAllKnown(kafka); // of the limits that the clinic has set, too
        assertArrives(topic, limits.mended(), big, bytes);
        return limits;
    }

    private void assertArrives(Topic topic, Map<String, Object> settings, Order big, int bytes) throws Exception {
        long already = recordsIn(topic); // the clinic may have tried something
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            send(settings, topic, big);
            if (recordsIn(topic) > already) {
                return;
            }
        }
        fail(
                ("An order of %,d bytes should arrive with the mended settings, but vanished. The producer's limit is now %s"
                                + " bytes (max.request.size), the topic's %d (max.message.bytes). Both count more than the value: a"
                                + " record has a key, and a batch has a header.")
                        .formatted(
                                bytes,
                                settings.getOrDefault(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "1048576"),
                                Limits.ofTopic(kafka, topic)));
    }

    private long recordsIn(Topic topic) {
        return TopicProbe.of(kafka, topic.name()).endOffset(0);
    }

    /** Has a desk with these settings send an order, and closes it. */
    static void send(Map<String, Object> settings, Topic topic, Order order) {
        try (CateringDesk desk = new CateringDesk(settings, topic.name())) {
            desk.send(order);
        }
    }
}
