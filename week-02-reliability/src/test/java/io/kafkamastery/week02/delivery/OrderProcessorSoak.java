package io.kafkamastery.week02.delivery;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static io.kafkamastery.kit.cluster.Capability.PAUSE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.week02.delivery.Fate.Moment;
import io.kafkamastery.week02.soak.Soak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processors and brokers, or lets effects fail, when chance says so, and counts the effects of each order in the end:
 * what the guarantee says, and in the sequence in which each customer placed them.
 */
@UsesKafka
@Brokers(3)
class OrderProcessorSoak {

    private static final int PARTITIONS = 2;
    private static final int CRASHES = 4;
    private static final int ORDERS_FOR_EACH = 20;
    /** So long before and after it happens: enough for a crash to come in between. */
    private static final Duration EFFECT = ofMillis(5);

    private final Soak soak = Soak.of(OrderProcessorSoak.class);

    @TempDir
    private Path folder;

    @TestFactory
    @Requires({KILL, PAUSE})
    Stream<DynamicTest> soak(KafkaCluster kafka, FreshNames names) {
        Variant variant = Soak.variant();
        Stream<DynamicTest> rounds = soak.seeds().stream()
                .flatMap(seed -> Stream.of(Guarantee.values())
                        .map(guarantee -> dynamicTest(
                                variant.name() + ", " + guarantee + ", seed " + seed,
                                () -> round(variant, guarantee, kafka, names, seed, true))));
        return variant.equals(Variant.SOLUTION)
                ? Stream.concat(
                        rounds,
                        soak.mistakesThatLose().entrySet().stream()
                                .map(mistake -> dynamicTest(
                                        mistake.getKey() + " loses orders",
                                        () -> soak.findLoss(
                                                mistake.getKey(),
                                                seed -> round(
                                                        new Variant(mistake.getKey()),
                                                        Guarantee.valueOf(mistake.getValue()),
                                                        kafka,
                                                        names,
                                                        seed,
                                                        false)))))
                : rounds;
    }

    private void round(
            Variant variant, Guarantee guarantee, KafkaCluster kafka, FreshNames names, long seed, boolean storms) {
        soak.announce(guarantee.name(), variant, seed);
        kafka.heal();
        Random chance = new Random(seed);
        Topic orders = Soak.createTopic(kafka, names.topic("soak"), PARTITIONS);
        Branch branch = new Branch(
                guarantee,
                Soak.implementations(OrderProcessor.class, variant),
                kafka,
                orders,
                names,
                newFolder(),
                EFFECT);
        for (int i = 0; i < CRASHES; i++) {
            branch.order(ORDERS_FOR_EACH);
            if (Math.floorMod(seed + i, 2) == 0) {
                branch.failAtNth(anyMoment(guarantee, chance), chance.nextInt(1, ORDERS_FOR_EACH / 2));
            } else {
                die(branch, kafka, chance, storms && chance.nextBoolean());
            }
        }
        if (guarantee == Guarantee.EFFECTIVELY_ONCE && chance.nextBoolean()) {
            branch.sendAllAgain();
        }
        branch.workUntil(branch.orderLast("evening", PARTITIONS), "after the last crash");
        if (guarantee != Guarantee.AT_MOST_ONCE) {
            branch.outcome().assertNoneLost();
        }
        if (guarantee != Guarantee.AT_LEAST_ONCE) {
            branch.outcome().assertNoneTwice();
        }
        branch.outcome().assertInSequence();
    }

    /** A ledger that throws has changed nothing; a handler that throws may have done so at any moment. */
    private static Moment anyMoment(Guarantee guarantee, Random chance) {
        return guarantee == Guarantee.EFFECTIVELY_ONCE || chance.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
    }

    private static void die(Branch branch, KafkaCluster kafka, Random chance, boolean inAStorm) {
        Broker unlucky = kafka.brokers().get(chance.nextInt(kafka.brokers().size()));
        boolean frozen = chance.nextBoolean();
        int effects = chance.nextInt(2, ORDERS_FOR_EACH);
        branch.dieAfter(
                effects,
                () -> {
                    if (inAStorm) {
                        strike(unlucky, frozen, chance);
                    }
                },
                () -> Soak.linger(chance, Duration.ZERO, ofMillis(30)));
    }

    private static void strike(Broker unlucky, boolean frozen, Random chance) {
        if (frozen) {
            unlucky.pause();
        } else {
            unlucky.kill();
        }
        Soak.linger(chance, ofMillis(100), ofSeconds(5));
        if (frozen) {
            unlucky.resume();
        } else {
            unlucky.start();
        }
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "branch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
