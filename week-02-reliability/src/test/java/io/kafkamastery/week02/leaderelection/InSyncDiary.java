package io.kafkamastery.week02.leaderelection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes down which in-sync replicas the code under test has handed over. */
final class InSyncDiary implements Consumer<Set<Integer>> {

    private final Set<Set<Integer>> possible;
    private final List<Set<Integer>> entries = new CopyOnWriteArrayList<>();

    /** @param possible all that there are in the course of the test */
    InSyncDiary(Set<Set<Integer>> possible) {
        this.possible = possible;
    }

    @Override
    public void accept(Set<Integer> inSync) {
        entries.add(inSync == null ? Set.of() : Set.copyOf(inSync));
    }

    void awaitLast(Set<Integer> expected, String when, Duration limit, Background watch) {
        Await.within(limit)
                .until(
                        "watchInSync() to hand over " + expected + " " + when,
                        () -> {
                            watch.failIfEnded("watchInSync() should go on until enough has been seen");
                            failUnlessChanges();
                            return !entries.isEmpty()
                                    && entries.get(entries.size() - 1).equals(expected);
                        },
                        () -> "so far it has handed over " + entries,
                        watch);
    }

    /** What was handed over was a change each time, and nothing that never was. A broker that is behind may tell old news. */
    void failUnlessChanges() {
        for (int i = 0; i < entries.size(); i++) {
            assertThat(possible)
                    .as("the in-sync replicas there have been; handed over were %s", entries)
                    .contains(entries.get(i));
            if (i > 0 && entries.get(i).equals(entries.get(i - 1))) {
                throw new AssertionError("watchInSync() is to hand over changes only, but handed over " + entries);
            }
        }
    }
}
