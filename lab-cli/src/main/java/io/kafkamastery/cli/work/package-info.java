/** The learner's own files of a lab: against the solution, and back to how they were. */
package io.kafkamastery.cli.work;
