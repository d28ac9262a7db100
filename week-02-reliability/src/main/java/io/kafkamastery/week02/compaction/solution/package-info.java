/** A solution of lab 2.5: read it once you have your own. */
package io.kafkamastery.week02.compaction.solution;
