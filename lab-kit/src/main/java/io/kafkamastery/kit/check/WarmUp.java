package io.kafkamastery.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.process.HotClusters;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What every lab does, done beforehand: JUnit, the kit and Kafka's clients are loaded then, and a broker is there. Done a
 * few times over, much of it is compiled, too.
 */
final class WarmUp {

    private static final int ROUNDS = 5;

    private WarmUp() {}

    /** Removes what checks have left that were killed, because somebody saved again. No check may run meanwhile. */
    static void sweep() {
        run(Sweep.class);
    }

    /** Goes one round, and further ones as long as there is nothing better to do. */
    static void runUntil(BooleanSupplier isWanted) {
        for (int round = 0; round == 0 || round < ROUNDS && !isWanted.getAsBoolean(); round++) {
            run(Round.class);
        }
    }

    private static void run(Class<?> test) {
        LauncherFactory.create(CheckProcess.ALONE)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(test))
                        .build());
    }

    /** A test like any other. Whether it passes is of no interest: what goes wrong now will be told when it matters. */
    @UsesKafka
    static class Round {

        private static final int MOST_POLLS = 20;
        private static final Duration POLL = Duration.ofMillis(200);
        private static final JsonMapper JSON = new JsonMapper();

        record Sample(String name, long number, List<String> texts) {}

        @Test
        void writesAndReads(KafkaCluster kafka, Topic topic, FreshNames names) throws Exception {
            TopicWriter.of(kafka, topic.name()).write("key", "value");
            assertThat(TopicProbe.of(kafka, topic.name()).partitions())
                    .as("partitions")
                    .isEqualTo(1);
            Sample sample = new Sample("key", 1, List.of("value"));
            assertThat(JSON.readValue(JSON.writeValueAsBytes(sample), Sample.class))
                    .isEqualTo(sample); // most labs have JSON in them
            catchThrowable(() -> assertThat("observed").as("what went wrong").isEqualTo("expected"));
            Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, names.group("warm-up"));
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5); // closing waits for the fetch that is under way
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic.name()));
                for (int polls = 0; polls < MOST_POLLS && consumer.poll(POLL).isEmpty(); polls++) {
                    // The group is still forming.
                }
                consumer.commitSync();
            }
        }
    }

    /** Only on clusters that nobody's topics are in but those of tests. */
    @UsesKafka
    static class Sweep {

        @Test
        void removesTopics(KafkaCluster kafka) throws Exception {
            if (HotClusters.include(kafka)) {
                kafka.admin()
                        .deleteTopics(kafka.admin().listTopics().names().get().stream()
                                .filter(FreshNames::mayHaveMadeForCriterion)
                                .toList());
            }
        }
    }
}
