/** A solution of lab 2.4: read it once you have your own. */
package io.kafkamastery.week02.retention.solution;
