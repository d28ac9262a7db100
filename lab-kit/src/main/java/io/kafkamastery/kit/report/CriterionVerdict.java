package io.kafkamastery.kit.report;

/**
 * What came of one criterion.
 *
 * @param id its letter within the lab
 * @param text what it asks for, as on the lab's page
 * @param message why it is not met, what is to do, or why it cannot be checked; empty if it is met
 * @param millis how long it took
 */
public record CriterionVerdict(String id, String text, Verdict verdict, String message, long millis) {}
