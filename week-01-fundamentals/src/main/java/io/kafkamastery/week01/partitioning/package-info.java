/** Lab 1.4, keys and partitions: predict where a key goes, and show from data where records went. */
package io.kafkamastery.week01.partitioning;
