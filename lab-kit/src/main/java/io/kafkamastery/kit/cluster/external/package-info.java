/** A cluster that somebody else runs: the learner's own, in containers, on Kubernetes or in a cloud. */
package io.kafkamastery.kit.cluster.external;
