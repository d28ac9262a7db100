package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Compaction takes older records of a key out of closed segments: no offset changes, and the open segment stays as it is. */
@UsesKafka
@Brokers(settings = "log.cleaner.backoff.ms=200") // not every 15 seconds
class CompactionKeepsOffsetsTest {

    @Test
    void whatIsLeftKeepsItsOffset(
            KafkaCluster kafka,
            @TopicConfig(settings = {"cleanup.policy=compact", "segment.ms=3600000", "min.cleanable.dirty.ratio=0.01"})
                    Topic prices) {
        Instant now = Instant.now();
        Instant earlier = now.minus(Duration.ofHours(2));
        Instant longAgo = now.minus(Duration.ofHours(4));
        TopicWriter writer = TopicWriter.of(kafka, prices.name());
        writer.write(
                Seed.of("espresso", "2.80").at(longAgo),
                Seed.of("latte", "4.20").at(longAgo),
                Seed.of("espresso", "2.90").at(longAgo));
        writer.write(Seed.of("espresso", "3.00").at(earlier)); // in a segment of its own, an hour and more later
        writer.write(Seed.of("latte", "4.40").at(now), Seed.of("latte", "4.50").at(now)); // the open one

        Await.within(Duration.ofSeconds(30))
                .untilAsserted(
                        "the closed segments to be compacted",
                        () -> assertThat(TopicProbe.of(kafka, prices.name()).strings())
                                .extracting(ConsumerRecord::offset, ConsumerRecord::key, ConsumerRecord::value)
                                .containsExactly(
                                        tuple(1L, "latte", "4.20"),
                                        tuple(3L, "espresso", "3.00"),
                                        tuple(4L, "latte", "4.40"),
                                        tuple(5L, "latte", "4.50")));
        assertThat(TopicProbe.of(kafka, prices.name()).endOffset(0)).isEqualTo(6);
    }
}
