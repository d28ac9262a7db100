/** Lab 2.2, durability: a topic and a sender for orders that must not be lost, whatever happens to the brokers. */
package io.kafkamastery.week02.durability;
