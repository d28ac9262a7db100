/**
 * What criteria observe a cluster with, so that no test writes a poll loop: probes that read topics and groups, learner
 * code in the background, waits that end in a sentence, and the audit of what was sent. Stands on the cluster package
 * alone; every client in here carries the kit's client id and is closed before the call returns.
 */
package io.kafkamastery.kit.probe;
