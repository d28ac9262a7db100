/** Lab 2.5, compaction: the latest price of each item, rebuilt from a compacted topic. */
package io.kafkamastery.week02.compaction;
