/**
 * Checks labs in a JVM of their own, so that whatever learner's code does ends that JVM at worst. This room has the child's
 * side and the words that it reports in; who starts it, reads on.
 */
package io.kafkamastery.kit.check;
