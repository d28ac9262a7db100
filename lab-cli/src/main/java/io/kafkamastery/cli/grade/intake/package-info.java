/**
 * Takes submissions in: out of a folder, a zip or a git commit, only the files that the manifest leaves to the learner. What
 * they are is never trusted, and nothing of them is written anywhere before it was looked at.
 */
package io.kafkamastery.cli.grade.intake;
