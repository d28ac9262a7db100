/** A solution of lab 2.8: read it once you have your own. */
package io.kafkamastery.week02.scaling.solution;
