package io.kafkamastery.kit.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** What tests leave behind, on a cluster that goes on living and on one that does not. */
@UsesKafka
class LeftoversTest {

    @Test
    void areDeletedAtOnceWhereTheClusterIsTheLearnersOwn(KafkaCluster kafka, FreshNames names) throws Exception {
        create(kafka, names.topic("used"));
        names.topic("never-used");
        names.group("never-used");
        assertThat(topics(kafka)).contains(names.topics().get(0));

        new Leftovers().add(outliving(kafka, true), names);

        Await.within(Duration.ofSeconds(10))
                .until(
                        "the topic to be gone",
                        () -> !topics(kafka).contains(names.topics().get(0)));
    }

    @Test
    void areOfNoInterestWhereTheClusterEndsWithTheTests(KafkaCluster kafka, FreshNames names) throws Exception {
        create(kafka, names.topic("used"));
        try (Leftovers leftovers = new Leftovers()) {
            leftovers.add(outliving(kafka, false), names);
        }

        assertThat(topics(kafka)).contains(names.topics().get(0));
    }

    private static void create(KafkaCluster kafka, String topic) throws Exception {
        kafka.admin()
                .createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                .all()
                .get();
        Await.within(Duration.ofSeconds(10))
                .until("the topic to be known", () -> topics(kafka).contains(topic));
    }

    private static Set<String> topics(KafkaCluster kafka) throws Exception {
        return kafka.admin().listTopics().names().get();
    }

    private static KafkaCluster outliving(KafkaCluster kafka, boolean outlives) {
        return (KafkaCluster) Proxy.newProxyInstance(
                KafkaCluster.class.getClassLoader(),
                new Class<?>[] {KafkaCluster.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "outlivesTests" -> outlives;
                    case "hashCode" -> kafka.hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> method.invoke(kafka, arguments);
                });
    }
}
