/**
 * Grades what learners hand in: takes it in, has it run in sandboxes against a pristine copy of the course, and counts what
 * the sandboxes have signed. See {@code docs/grading-security.md}.
 */
package io.kafkamastery.cli.grade;
