package io.kafkamastery.kit.proof;

/**
 * What the proof found about one mistake and one criterion that must catch it.
 *
 * @param result {@code caught} or {@code survived}
 * @param message what a learner who makes this mistake is told
 */
record MistakeFinding(String name, String belief, String caughtBy, String result, String message, long millis) {}
