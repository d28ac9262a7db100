/** Week 1, fundamentals: a package for each lab, with its contract, the learner's starter and the solution. */
package io.kafkamastery.week01;
