/** Topics and senders that are right, in other styles than the solution's. */
package io.kafkamastery.week02.durability.alternatives;
