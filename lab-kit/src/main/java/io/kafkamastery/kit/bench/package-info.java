/** Measures what learners wait for. Figures of one run can be compared with each other, not with another machine's. */
package io.kafkamastery.kit.bench;
