/** Lab 2.4, retention: keep orders by time or by size, and go on where a reader came too late. */
package io.kafkamastery.week02.retention;
