/** Lab 2.2: your code. */
package io.kafkamastery.week02.durability.starter;
