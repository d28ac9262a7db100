package io.kafkamastery.week02.compaction;

import io.kafkamastery.kit.probe.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many changes of few items, written by a program whose clock runs backwards. Some items are removed, and some of those come
 * back.
 */
final class BusyPrices {

    private static final int ITEMS = 60;
    private static final int ROUNDS = 40;

    private final List<Seed> seeds = new ArrayList<>();
    private final Map<String, Long> latest = new HashMap<>();

    BusyPrices() {
        Instant now = Instant.now();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ITEMS; i++) {
                Instant time = now.minus(Duration.ofSeconds(seeds.size()));
                boolean removed = i % 10 == 9 && round % 3 == 0 && (i % 20 == 9 || round < ROUNDS - 1);
                add("item-" + i, removed ? null : 300L + 7 * round + i, time);
            }
        }
    }

    private void add(String item, Long cents, Instant time) {
        seeds.add(Seed.of(item, cents == null ? null : cents.toString()).at(time));
        if (cents == null) {
            latest.remove(item);
        } else {
            latest.put(item, cents);
        }
    }

    List<Seed> seeds() {
        return List.copyOf(seeds);
    }

    /** The caller's own. */
    Map<String, Long> latest() {
        return new HashMap<>(latest);
    }
}
