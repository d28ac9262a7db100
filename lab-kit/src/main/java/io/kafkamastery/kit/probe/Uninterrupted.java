package io.kafkamastery.kit.probe;

/**
 * Cleans up although the thread has been told to stop, as a wait tells its condition when the time is over: a client that
 * is interrupted while it closes leaves threads and connections behind.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Runs the clean-up, which must be bounded in time, and hands the interrupt on afterwards. */
    static void run(Runnable cleanUp) {
        boolean interrupted = Thread.interrupted();
        try {
            cleanUp.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
