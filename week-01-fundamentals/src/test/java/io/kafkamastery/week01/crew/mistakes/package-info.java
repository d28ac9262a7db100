/** Crews that are wrong on purpose, each in one way that people really go wrong. */
package io.kafkamastery.week01.crew.mistakes;
