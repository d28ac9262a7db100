package io.kafkamastery.week02.durability;

import io.kafkamastery.week02.soak.Soak;
import java.time.Duration;
import java.util.Random;

/** How a leader is lost for good, with its disk. What was acknowledged is to survive that. */
enum Farewell {
    /** Out of the blue. */
    SUDDEN {
        @Override
        void take(Outage outage, Random chance) {
            outage.killLeader();
        }
    },
    /** While its followers lag behind, but are in sync as far as anybody knows. */
    UNNOTICED {
        @Override
        void take(Outage outage, Random chance) {
            outage.freezeFollowers();
            Soak.linger(chance, Duration.ofMillis(200), Duration.ofSeconds(2));
            outage.killLeader();
            outage.thawFollowers();
        }
    },
    /** When it had been alone for a while, as everybody knew: its followers were shut down, in order, for maintenance. */
    ALONE {
        @Override
        void take(Outage outage, Random chance) {
            outage.stopFollowers();
            Soak.linger(chance, Duration.ofMillis(200), Duration.ofSeconds(2));
            outage.killLeader();
            outage.startFollowers();
        }
    };

    abstract void take(Outage outage, Random chance);

    static Farewell of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }
}
