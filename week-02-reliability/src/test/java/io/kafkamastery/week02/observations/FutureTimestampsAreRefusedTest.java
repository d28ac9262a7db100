package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Test;

/** A record from the future would keep its segment from growing old; more than an hour ahead, the broker refuses it. */
@UsesKafka
class FutureTimestampsAreRefusedTest {

    @Test
    void aClockThatIsHoursAheadIsRefused(KafkaCluster kafka, Topic orders) throws Exception {
        assertThat(send(kafka, orders, Duration.ofMinutes(50))).isZero();
        assertThatThrownBy(() -> send(kafka, orders, Duration.ofHours(2)))
                .hasCauseInstanceOf(InvalidTimestampException.class);
    }

    @Test
    void aClockThatIsYearsBehindIsNot(KafkaCluster kafka, Topic orders) throws Exception {
        assertThat(send(kafka, orders, Duration.ofDays(-3650))).isZero();
    }

    private static long send(KafkaCluster kafka, Topic topic, Duration ahead) throws Exception {
        long timestamp = System.currentTimeMillis() + ahead.toMillis();
        try (KafkaProducer<String, String> producer = new Clients(kafka).producer()) {
            return producer.send(new ProducerRecord<>(topic.name(), 0, timestamp, null, "an order"))
                    .get()
                    .offset();
        }
    }
}
