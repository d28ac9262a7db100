/**
 * The {@code lab} command. This package holds its entry point and what all of its rooms share: where the course is, where
 * output goes, and how it says no. Each command has a room of its own below.
 */
package io.kafkamastery.cli;
