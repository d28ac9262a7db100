/** Right readers in other styles: the criteria must accept them. */
package io.kafkamastery.week01.reading.alternatives;
