/** A solution of lab 1.1: read it once you have your own. */
package io.kafkamastery.week01.environment.solution;
