package io.kafkamastery.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A consumer that is nudged while it closes. */
@UsesKafka
class NudgesTest {

    /** What its fetch would wait without them: longer than anything else here takes, on any machine. */
    private static final Duration FETCH_WAITS = Duration.ofSeconds(25);

    private static final Duration SOON = Duration.ofSeconds(15);

    @ParameterizedTest
    @CsvSource({"classic, read_uncommitted", "classic, read_committed", "consumer, read_uncommitted"})
    void closesSoonAndIsHandedNothing(
            String protocol,
            String isolation,
            KafkaCluster kafka,
            @TopicConfig(partitions = 2) Topic topic,
            FreshNames names) {
        String group = names.group("readers");
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) FETCH_WAITS.toMillis());
        TopicWriter.of(kafka, topic.name()).write("key", "espresso");
        List<String> read = new ArrayList<>();

        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic.name()));
        Await.within(SOON).until("the record to be read", () -> pollInto(read, consumer) > 0);
        try (Nudges nudges = Nudges.onceLeft(kafka, group, topic.allPartitions());
                Background closing = Background.start("close", () -> {
                    pollInto(read, consumer);
                    consumer.close(FETCH_WAITS);
                })) {
            closing.awaitNormalEnd(SOON, "the broker should answer the fetch as soon as a marker is there");
        }

        assertThat(read).containsExactly("espresso");
        assertThat(TopicProbe.of(kafka, topic.name()).values()).containsExactly("espresso");
        assertThat(TopicProbe.of(kafka, topic.name()).endOffsets().values())
                .as("the end offsets, also of the partition that the record is not in: a marker takes one")
                .allMatch(end -> end > 0);
    }

    private static int pollInto(List<String> read, KafkaConsumer<String, String> consumer) {
        int before = read.size();
        consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
        return read.size() - before;
    }
}
