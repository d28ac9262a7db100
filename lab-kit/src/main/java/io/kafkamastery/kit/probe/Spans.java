package io.kafkamastery.kit.probe;

import java.time.Duration;
import java.util.Locale;

/** Writes a duration the way a sentence wants it: {@code 250 ms}, {@code 3 s}, {@code 1.5 s}. */
final class Spans {

    private Spans() {}

    static String text(Duration span) {
        long millis = span.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
