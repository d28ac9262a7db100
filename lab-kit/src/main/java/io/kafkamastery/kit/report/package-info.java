/**
 * What becomes of test results: verdicts, the table at the end of a run, and {@code target/lab-results.json}. Depends on
 * the lab package for what a criterion is, and on the JUnit launcher for what happened to it.
 */
package io.kafkamastery.kit.report;
