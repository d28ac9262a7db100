/** Profiles that are right, in other styles than the solution's. */
package io.kafkamastery.week01.dials.alternatives;
