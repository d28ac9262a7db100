/** A solution of lab 1.4: read it once you have your own. */
package io.kafkamastery.week01.partitioning.solution;
