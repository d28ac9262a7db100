/** Right plans in other styles: the criteria must accept them. */
package io.kafkamastery.week02.retention.alternatives;
