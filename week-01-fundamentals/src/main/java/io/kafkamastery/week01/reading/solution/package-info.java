/** A solution of lab 1.3: read it once you have your own. */
package io.kafkamastery.week01.reading.solution;
