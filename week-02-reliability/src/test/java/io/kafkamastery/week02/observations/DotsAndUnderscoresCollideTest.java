package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.UsesKafka;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.junit.jupiter.api.Test;

/** A dot and an underscore become the same in the names of metrics: of two such topics, the second is refused. */
@UsesKafka
class DotsAndUnderscoresCollideTest {

    @Test
    void theSameNameWithAnUnderscoreIsRefused(KafkaCluster kafka, FreshNames names) throws Exception {
        String dotted = names.topic("orders.paid");
        create(kafka, dotted);

        assertThatThrownBy(() -> create(kafka, dotted.replace('.', '_')))
                .hasCauseInstanceOf(InvalidTopicException.class)
                .hasMessageContaining("collides with existing topic");
    }

    private static void create(KafkaCluster kafka, String name) throws Exception {
        kafka.admin()
                .createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                .all()
                .get();
    }
}
