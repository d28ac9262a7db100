/**
 * What the learner has reached: one readable file, and the ways to look at it. Changed under a lock and replaced in one step,
 * so that neither two commands at once nor one that is killed can damage it.
 */
package io.kafkamastery.cli.progress;
