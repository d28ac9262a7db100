/**
 * Brokers as processes of this machine, forked from the Kafka jars on the running class path: no container engine
 * needed. Depends on the cluster package and the JDK; the brokers themselves see {@link
 * io.kafkamastery.kit.cluster.process.BrokerLauncher} and Kafka's jars alone.
 */
package io.kafkamastery.kit.cluster.process;
