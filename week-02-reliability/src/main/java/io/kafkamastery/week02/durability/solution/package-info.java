/** A solution of lab 2.2: read it once you have your own. */
package io.kafkamastery.week02.durability.solution;
