package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.GroupProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** With auto-commit, an exception in the handler and try-with-resources, close() commits what was never handled. */
@UsesKafka
class CloseCommitsPastTheFailedRecordTest {

    @Test
    void theFailedOrderAndAllBehindItAreSkipped(KafkaCluster kafka, Topic orders, FreshNames names) {
        Clients clients = new Clients(kafka);
        try (KafkaProducer<String, String> producer = clients.producer()) {
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>(orders.name(), "order-" + i));
            }
        }
        String group = names.group("loyalty");
        List<String> handled = new ArrayList<>();

        assertThatThrownBy(() -> handleWithAutoCommit(clients, orders, group, handled))
                .hasMessage("order-3 cannot be handled");

        assertThat(handled).containsExactly("order-0", "order-1", "order-2");
        assertThat(GroupProbe.of(kafka, group).committed(orders.partition(0)))
                .as("committed offset, although order-3 at offset 3 failed")
                .hasValue(10);
    }

    private static void handleWithAutoCommit(Clients clients, Topic topic, String group, List<String> handled) {
        Map<String, Object> autoCommit =
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);
        try (KafkaConsumer<String, String> consumer = clients.consumer(autoCommit)) {
            consumer.subscribe(List.of(topic.name()));
            List<ConsumerRecord<String, String>> polled = new ArrayList<>();
            await("one poll returns the ten orders")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200)).forEach(polled::add);
                        return !polled.isEmpty();
                    });
            assertThat(polled).as("orders in that one poll").hasSize(10);
            for (ConsumerRecord<String, String> order : polled) {
                if (order.value().equals("order-3")) {
                    throw new IllegalStateException("order-3 cannot be handled");
                }
                handled.add(order.value());
            }
        }
    }
}
