/** Readers that are right, in other styles than the solution's. */
package io.kafkamastery.week02.segments.alternatives;
