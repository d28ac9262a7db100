/**
 * What a lab's test is written with: the annotations, and the JUnit extensions behind them that inject the code under
 * test, the cluster and fresh topics, and see to it that every criterion ends in one of four verdicts.
 */
package io.kafkamastery.kit.lab;
