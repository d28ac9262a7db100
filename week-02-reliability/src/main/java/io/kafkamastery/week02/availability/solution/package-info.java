/** A solution of lab 2.3: read it once you have your own. */
package io.kafkamastery.week02.availability.solution;
