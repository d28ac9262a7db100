/** Plans that are wrong on purpose: each is caught by the criterion that it names. */
package io.kafkamastery.week02.retention.mistakes;
