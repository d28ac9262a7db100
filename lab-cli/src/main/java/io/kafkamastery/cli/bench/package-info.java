/** Measures what learners wait for. Figures of one run compare with each other: machines differ, and may be busy. */
package io.kafkamastery.cli.bench;
