package io.kafkamastery.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.cluster.ClusterFacts.GroupFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.OffsetFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.PartitionFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.TopicFacts;
import io.kafkamastery.kit.cluster.process.Member;
import io.kafkamastery.kit.report.Palette;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClusterPictureTest {

    @Test
    void drawsWhoLeadsWhoIsInSyncAndWhoLags() {
        ClusterFacts facts = new ClusterFacts(
                "4.3.1",
                "127.0.0.1:9092,127.0.0.1:9094,127.0.0.1:9096",
                Duration.ofMinutes(3),
                List.of(
                        member(101, false, 9093, Member.State.RUNNING),
                        member(1, true, 9092, Member.State.RUNNING),
                        member(2, true, 9094, Member.State.PAUSED),
                        member(3, true, 9096, Member.State.DEAD)),
                Optional.empty(),
                List.of(new TopicFacts(
                        "orders",
                        List.of(
                                new PartitionFacts(0, Optional.of(1), List.of(1, 2, 3), List.of(1, 2)),
                                new PartitionFacts(1, Optional.empty(), List.of(3), List.of())))),
                List.of(new GroupFacts(
                        "order-crew",
                        "stable",
                        2,
                        List.of(
                                new OffsetFacts("orders-0", 12, Optional.of(20L)),
                                new OffsetFacts("orders-1", 3, Optional.empty())))));

        assertThat(draw(facts)).isEqualTo("""
                Kafka 4.3.1 at localhost:9092,localhost:9094,localhost:9096       up for 3 min

                  controller 101  localhost:9093   running
                  broker       1  localhost:9092   running  leads 1 partition
                  broker       2  localhost:9094   paused   scripts/lab cluster resume 2
                  broker       3  localhost:9096   dead     scripts/lab cluster resume 3

                  topic                     partition  leader  in sync
                  orders                            0       1  1 2   missing 3
                                                    1    none     missing 3

                  group                     committed        end        lag
                  order-crew  stable, 2 members
                    orders-0                       12         20          8
                    orders-1                        3          ?          ?
                """);
    }

    private static Member member(int id, boolean isBroker, int port, Member.State state) {
        OptionalLong pid = state == Member.State.DEAD ? OptionalLong.empty() : OptionalLong.of(4711);
        return new Member(id, isBroker, !isBroker, "127.0.0.1:" + port, state, pid);
    }

    private static String draw(ClusterFacts facts) {
        return String.join("\n", ClusterPicture.draw(facts, Palette.PLAIN, "scripts/lab")) + "\n";
    }

    @Test
    void saysHowToBeginAndWhyThereIsNoAnswer() {
        List<Member> only =
                List.of(new Member(1, true, true, "127.0.0.1:9092", Member.State.RUNNING, OptionalLong.of(4711)));
        ClusterFacts fresh = new ClusterFacts(
                "4.3.1", "127.0.0.1:9092", Duration.ofSeconds(5), only, Optional.empty(), List.of(), List.of());
        assertThat(draw(fresh))
                .contains("running, is the controller too")
                .contains("No topics yet. Make one: scripts/lab kafka-topics --create --topic orders");

        ClusterFacts mute = new ClusterFacts(
                "4.3.1", "127.0.0.1:9092", Duration.ofDays(3), only, Optional.of("No."), List.of(), List.of());
        assertThat(draw(mute)).contains("up for 3 days").endsWith("No.\n").doesNotContain("topics");
    }

    @Test
    void keepsALargeTopicShort() {
        List<PartitionFacts> many = java.util.stream.IntStream.range(0, 50)
                .mapToObj(number -> new PartitionFacts(number, Optional.of(1), List.of(1), List.of(1)))
                .toList();
        ClusterFacts facts = new ClusterFacts(
                "4.3.1",
                "127.0.0.1:9092",
                Duration.ofHours(3),
                List.of(),
                Optional.empty(),
                List.of(new TopicFacts("a-topic-with-quite-a-long-name", many)),
                List.of());
        assertThat(draw(facts)).contains("… and 38 more");
        assertThat(draw(facts).lines()).allMatch(line -> line.length() <= 80);
    }
}
