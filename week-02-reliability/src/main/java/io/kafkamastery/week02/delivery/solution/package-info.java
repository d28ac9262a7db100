/** A solution of lab 2.6: read it once you have your own. */
package io.kafkamastery.week02.delivery.solution;
