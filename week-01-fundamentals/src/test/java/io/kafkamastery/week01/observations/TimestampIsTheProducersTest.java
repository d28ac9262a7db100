package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A record's timestamp comes from the producer's clock, and its place from the leader, unless the topic asks otherwise. */
@UsesKafka
class TimestampIsTheProducersTest {

    @Test
    void aSlowClockShowsInTheTimestampAndNotInTheOrder(KafkaCluster kafka, Topic orders) throws Exception {
        Clients clients = new Clients(kafka);
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();

        send(clients, orders, System.currentTimeMillis());
        send(clients, orders, yesterday);

        List<ConsumerRecord<String, String>> records =
                TopicProbe.of(kafka, orders.name()).strings();
        assertThat(records).hasSize(2);
        ConsumerRecord<String, String> second = records.get(1);
        assertThat(second.offset()).isEqualTo(1);
        assertThat(second.timestamp()).isEqualTo(yesterday);
        assertThat(second.timestampType()).isEqualTo(TimestampType.CREATE_TIME);
    }

    @Test
    void aTopicMayAskForTheBrokersClock(
            KafkaCluster kafka, @TopicConfig(settings = "message.timestamp.type=LogAppendTime") Topic orders)
            throws Exception {
        Clients clients = new Clients(kafka);
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();

        send(clients, orders, yesterday);

        assertThat(TopicProbe.of(kafka, orders.name()).strings())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                    assertThat(record.timestamp()).isGreaterThan(yesterday);
                });
    }

    private static void send(Clients clients, Topic topic, long timestamp) throws Exception {
        try (KafkaProducer<String, String> producer = clients.producer()) {
            producer.send(new ProducerRecord<>(topic.name(), 0, timestamp, "customer-3", "an order"))
                    .get();
        }
    }
}
