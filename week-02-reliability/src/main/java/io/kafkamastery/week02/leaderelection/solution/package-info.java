/** A solution of lab 2.1: read it once you have your own. */
package io.kafkamastery.week02.leaderelection.solution;
