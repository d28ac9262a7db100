/**
 * The loop: on each save compile, check, and show what changed. A JVM that is warm already waits for the save, and brokers
 * stay up between checks, so that a verdict needs neither start. Whatever the learner's code does ends a check, never the
 * loop.
 */
package io.kafkamastery.cli.watch;
