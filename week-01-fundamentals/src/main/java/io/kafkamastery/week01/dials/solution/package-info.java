/** A solution of lab 1.7: read it once you have your own. */
package io.kafkamastery.week01.dials.solution;
