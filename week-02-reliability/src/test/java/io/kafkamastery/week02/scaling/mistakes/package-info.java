/** Growers that are wrong on purpose, each in the one way its belief names; the rest is as in the solution. */
package io.kafkamastery.week02.scaling.mistakes;
