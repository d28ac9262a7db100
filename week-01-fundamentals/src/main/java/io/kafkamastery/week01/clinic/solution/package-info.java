/** A solution of lab 1.8: read it once you have your own. */
package io.kafkamastery.week01.clinic.solution;
