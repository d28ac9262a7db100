package io.kafkamastery.week02.durability;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static io.kafkamastery.kit.cluster.Capability.PAUSE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.DeliveryAuditAssert;
import io.kafkamastery.week02.soak.Soak;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sells orders through storms that chance chooses, loses the leader for good in the end, and compares the books: nothing
 * acknowledged is lost, nothing stands in the topic twice, and each customer's orders are in sequence.
 */
@UsesKafka
@Brokers(3)
class SafeOrdersSoak {

    private static final int STORMS = 2;

    private final Soak soak = Soak.of(SafeOrdersSoak.class);

    @TestFactory
    @Requires({KILL, PAUSE})
    Stream<DynamicTest> soak(KafkaCluster kafka, FreshNames names) {
        Variant variant = Soak.variant();
        Stream<DynamicTest> rounds = soak.seeds().stream()
                .map(seed -> dynamicTest(
                        variant.name() + ", seed " + seed, () -> round(variant, kafka, names, seed, STORMS)));
        return variant.equals(Variant.SOLUTION)
                ? Stream.concat(
                        rounds,
                        soak.mistakesThatLose().keySet().stream()
                                .map(mistake -> dynamicTest(
                                        mistake + " loses orders",
                                        () -> soak.findLoss(
                                                mistake, seed -> round(new Variant(mistake), kafka, names, seed, 0)))))
                : rounds;
    }

    private void round(Variant variant, KafkaCluster kafka, FreshNames names, long seed, int storms) {
        soak.announce("Durability", variant, seed);
        kafka.heal();
        Random chance = new Random(seed);
        SafeOrders lab = Soak.implementations(SafeOrders.class, variant).get();
        String topic = SafeOrdersLabTest.create(lab, kafka, names.topic("soak"), 1);
        try (Till till = Till.open("order", lab, kafka, topic, ofMillis(chance.nextInt(300, 3_000)), ofSeconds(30));
                Background selling = till.keepSelling()) {
            awaitMoreSales(till, selling, "at first");
            for (int i = 0; i < storms; i++) {
                Storm storm = Storm.any(chance);
                storm.strike(Outage.at(kafka, topic), chance);
                awaitMoreSales(till, selling, "after the storm " + storm);
            }
            Outage outage = Outage.at(kafka, topic);
            Farewell.of(seed).take(outage, chance);
            outage.awaitAnotherLeaderAtAnyPrice();
            awaitMoreSales(till, selling, "after the leader was lost for good, " + Farewell.of(seed));
            till.stopSelling(selling);
            till.closeInOrder();
            DeliveryAuditAssert.assertThat(till.audit(kafka, "in the end"))
                    .hasLostNothing()
                    .isNotDivergent()
                    .hasNoDuplicates()
                    .keepsOrderPerKey()
                    .hasNothingRefusedYetReadable()
                    .hasOnlyWhatWasSent();
        }
    }

    private static void awaitMoreSales(Till till, Background selling, String when) {
        till.awaitAcknowledged(till.attempts().acknowledged() + 20, ofSeconds(40), when, selling);
    }
}
