/** Runs what the tutorials show. */
package io.kafkamastery.week01.tutorial;
