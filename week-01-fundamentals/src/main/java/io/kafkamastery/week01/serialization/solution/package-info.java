/** A solution of lab 1.5: read it once you have your own. */
package io.kafkamastery.week01.serialization.solution;
