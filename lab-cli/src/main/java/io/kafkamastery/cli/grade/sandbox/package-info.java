/**
 * Runs learners' code where it can do no harm: a JVM of its own that compiles, inspects and checks it, walls within that JVM
 * between it and those who judge, and limits around that JVM. The grader's side of it ({@code SandboxJvm}, {@code Bounds})
 * believes nothing but signed lines.
 */
package io.kafkamastery.cli.grade.sandbox;
