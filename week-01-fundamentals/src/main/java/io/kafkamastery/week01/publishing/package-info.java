/** Lab 1.2, first producer: publish a shop's orders to a topic, and know what became of each. */
package io.kafkamastery.week01.publishing;
