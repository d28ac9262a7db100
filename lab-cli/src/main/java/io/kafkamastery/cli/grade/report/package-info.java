/** Writes down what was graded: for programs, for gradebooks, and for people. Nothing here decides anything. */
package io.kafkamastery.cli.grade.report;
