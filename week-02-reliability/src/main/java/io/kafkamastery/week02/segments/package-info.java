/** Lab 2.7, inside the log: what a broker wrote to its disk, read from the bytes. */
package io.kafkamastery.week02.segments;
