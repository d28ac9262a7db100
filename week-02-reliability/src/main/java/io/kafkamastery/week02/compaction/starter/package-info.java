/** Lab 2.5: your code. */
package io.kafkamastery.week02.compaction.starter;
