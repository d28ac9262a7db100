/**
 * Clusters in Docker containers of the official image. Testcontainers finds the engine and speaks to it; containers are
 * created through its Docker client, because a broker that a test kills must stay there to come back.
 */
package io.kafkamastery.kit.cluster.docker;
