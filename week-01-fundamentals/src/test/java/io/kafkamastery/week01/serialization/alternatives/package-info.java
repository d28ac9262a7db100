/** Right serdes in other styles: the criteria must accept them. */
package io.kafkamastery.week01.serialization.alternatives;
