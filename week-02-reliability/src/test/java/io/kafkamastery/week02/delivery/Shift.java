package io.kafkamastery.week02.delivery;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One run of a processor, wherever it takes place.
 *
 * @param guarantee which of the three ways to run
 * @param books the file in which orders take effect
 * @param pace how long writing to it takes, before and after the moment at which it is done
 */
record Shift(Guarantee guarantee, String bootstrapServers, String groupId, String topic, Path books, Duration pace) {

    /** Returns or throws as the processor does. */
    void run(OrderProcessor processor, Fate fate) {
        Books effects = new Books(books, fate, pace);
        switch (guarantee) {
            case AT_MOST_ONCE -> processor.runAtMostOnce(bootstrapServers, groupId, topic, effects);
            case AT_LEAST_ONCE -> processor.runAtLeastOnce(bootstrapServers, groupId, topic, effects);
            case EFFECTIVELY_ONCE -> processor.runEffectivelyOnce(bootstrapServers, groupId, topic, effects);
        }
    }

    Shift inGroup(String anotherId) {
        return new Shift(guarantee, bootstrapServers, anotherId, topic, books, pace);
    }
}
