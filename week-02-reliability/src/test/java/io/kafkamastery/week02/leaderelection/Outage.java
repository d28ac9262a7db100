package io.kafkamastery.week02.leaderelection;

import java.time.Duration;

/** The fault of a drill: takes a leader down, and notes when. */
final class Outage implements Runnable {

    private final Runnable first;
    private final Runnable deed;
    private volatile int runs;
    private volatile long begunAt;
    private volatile long overAt;

    /**
     * Both are run once, however often the code under test runs the fault.
     *
     * @param first what belongs to the fault, but leaves the leader alone
     * @param deed takes the leader down
     */
    Outage(Runnable first, Runnable deed) {
        this.first = first;
        this.deed = deed;
    }

    @Override
    public void run() {
        runs++;
        if (runs > 1) {
            return;
        }
        first.run();
        begunAt = System.nanoTime();
        deed.run();
        overAt = System.nanoTime();
    }

    /** How often the code under test has run it. */
    int runs() {
        return runs;
    }

    boolean isOver() {
        return overAt != 0;
    }

    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    Duration sinceEnd() {
        return Duration.ofNanos(System.nanoTime() - overAt);
    }
}
