/** Lab 1.7, producer dials: what acks, retries, batches and compression do, and which orders a reader can see. */
package io.kafkamastery.week01.dials;
