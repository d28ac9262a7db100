/** What the learner of lab 1.6 fills in. */
package io.kafkamastery.week01.crew.starter;
