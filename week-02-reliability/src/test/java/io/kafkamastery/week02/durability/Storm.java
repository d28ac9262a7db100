package io.kafkamastery.week02.durability;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.week02.soak.Soak;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiConsumer;

/** Faults from which a cluster recovers, each for a time that chance chooses. */
enum Storm {
    LEADER_DIES((outage, chance) -> {
        outage.leadingBroker().kill();
        lull(chance);
        outage.leadingBroker().start();
    }),
    LEADER_RESTARTS((outage, chance) -> {
        outage.leadingBroker().stop();
        lull(chance);
        outage.leadingBroker().start();
    }),
    LEADER_FREEZES((outage, chance) -> {
        outage.leadingBroker().pause();
        lull(chance);
        outage.leadingBroker().resume();
    }),
    FOLLOWER_DIES((outage, chance) -> {
        Broker unlucky = outage.followers().get(chance.nextInt(2));
        unlucky.kill();
        lull(chance);
        unlucky.start();
    }),
    FOLLOWERS_FREEZE((outage, chance) -> {
        outage.freezeFollowers();
        lull(chance);
        outage.thawFollowers();
    });

    private final BiConsumer<Outage, Random> course;

    Storm(BiConsumer<Outage, Random> course) {
        this.course = course;
    }

    static Storm any(Random chance) {
        return values()[chance.nextInt(values().length)];
    }

    /** Returns when it is over and every replica in sync again. */
    void strike(Outage outage, Random chance) {
        course.accept(outage, chance);
        outage.awaitRecovery();
    }

    private static void lull(Random chance) {
        Soak.linger(chance, Duration.ofMillis(100), Duration.ofSeconds(5));
    }
}
