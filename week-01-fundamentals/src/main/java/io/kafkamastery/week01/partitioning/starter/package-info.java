/** Lab 1.4: your code. */
package io.kafkamastery.week01.partitioning.starter;
