/** A solution of lab 2.7: read it once you have your own. */
package io.kafkamastery.week02.segments.solution;
