package io.kafkamastery.kit.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.TopicProbe;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** The topics of all criteria of a lab, created together. */
@UsesKafka
class PreparedTopicsTest {

    @Lab(id = "9.3", title = "A lab with topics")
    static class SampleLab {

        @Criterion(id = "a", value = "Has two topics")
        void two(
                Topic orders,
                @TopicConfig(partitions = 3, settings = "retention.ms=5000") Topic prices,
                FreshNames unrelated) {}

        @Criterion(id = "b", value = "Has one of the same name")
        void one(Topic orders) {}

        @Criterion(id = "c", value = "Has none")
        void none(KafkaCluster kafka) {}
    }

    @Test
    void eachIsAsItsCriterionAsksForAndNobodyElses(KafkaCluster kafka) throws Exception {
        PreparedTopics prepared = prepare(kafka);

        Map<String, Topic> topics = parameters()
                .filter(parameter -> parameter.getType() == Topic.class)
                .collect(Collectors.toMap(
                        parameter -> parameter.getDeclaringExecutable().getName() + " " + parameter.getName(),
                        parameter -> prepared.take(parameter, kafka).orElseThrow()));

        assertThat(topics).containsOnlyKeys("two orders", "two prices", "one orders");
        assertThat(topics.values()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(topics.get("one orders").name()).startsWith("lab-9-3-b-orders-");
        assertThat(topics.get("two prices").partitions()).isEqualTo(3);
        assertThat(TopicProbe.of(kafka, topics.get("two prices").name()).partitions())
                .isEqualTo(3);
        ConfigResource resource = new ConfigResource(
                ConfigResource.Type.TOPIC, topics.get("two prices").name());
        assertThat(kafka.admin()
                        .describeConfigs(List.of(resource))
                        .values()
                        .get(resource)
                        .get()
                        .get("retention.ms")
                        .value())
                .isEqualTo("5000");
    }

    @Test
    void eachIsHandedOutOnceAndOnItsOwnClusterOnly(KafkaCluster kafka) {
        PreparedTopics prepared = prepare(kafka);
        Parameter orders = parameters()
                .filter(parameter ->
                        parameter.getDeclaringExecutable().getName().equals("one"))
                .findFirst()
                .orElseThrow();

        assertThat(prepared.take(orders, null)).isEmpty();
        assertThat(prepared.take(orders, kafka)).isPresent();
        assertThat(prepared.take(orders, kafka)).isEmpty();
    }

    private static PreparedTopics prepare(KafkaCluster kafka) {
        return PreparedTopics.of(SampleLab.class, Share.ALL, kafka, new Leftovers());
    }

    private static Stream<Parameter> parameters() {
        return Stream.of(SampleLab.class.getDeclaredMethods()).flatMap(method -> Stream.of(method.getParameters()));
    }
}
