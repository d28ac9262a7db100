/** Right boards in other styles: the criteria must accept them. */
package io.kafkamastery.week02.compaction.alternatives;
