/** The model solution of lab 1.6. */
package io.kafkamastery.week01.crew.solution;
