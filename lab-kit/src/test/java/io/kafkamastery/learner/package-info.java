/** Stands for a learner's code in the kit's own tests: outside the kit's packages, so that its lines are reported. */
package io.kafkamastery.learner;
