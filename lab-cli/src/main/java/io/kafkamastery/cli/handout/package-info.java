/** Gives a part of the course away without its answers, and says in a manifest what of it is the learner's to change. */
package io.kafkamastery.cli.handout;
