package io.kafkamastery.cli.bench;

import io.kafkamastery.kit.bench.Measurements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Takes times and keeps them by what was measured. */
final class Stopwatch {

    private final int rounds;
    private final Map<String, long[]> millis = new LinkedHashMap<>();

    Stopwatch(int rounds) {
        this.rounds = rounds;
    }

    /** Does it once, in that round, and notes how long it took. */
    void time(String what, int round, Callable<?> deed) throws Exception {
        long before = System.nanoTime();
        deed.call();
        note(what, round, (System.nanoTime() - before) / 1_000_000);
    }

    void note(String what, int round, long took) {
        millis.computeIfAbsent(what, key -> new long[rounds])[round] = took;
    }

    Map<String, Measurements> measured() {
        Map<String, Measurements> measured = new LinkedHashMap<>();
        millis.forEach((what, values) -> measured.put(what, new Measurements(values)));
        return measured;
    }
}
