/** Week 2, reliability: a package for each lab, with its contract, the learner's starter and the solution. */
package io.kafkamastery.week02;
