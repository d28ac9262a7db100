/**
 * Proves the graders: that each lab's criteria accept the solution and its alternatives, leave the starter to do, and
 * catch every mistake, and that the pages say what the tests check. Behind each week's {@code *ProofIT}.
 */
package io.kafkamastery.kit.proof;
