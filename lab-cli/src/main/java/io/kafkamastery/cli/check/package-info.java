/**
 * Checking labs: compiles, has the criteria checked in a child JVM that nothing can escape from, shows each verdict, and
 * notes it in the learner's progress.
 */
package io.kafkamastery.cli.check;
