package io.kafkamastery.kit.cluster;

/** Something that runs Kafka clusters: containers, processes, or somebody else. */
public interface Backend {

    /** As it is named in {@code -Dlab.backend=…}. */
    String name();

    /**
     * Starts a cluster and returns when every broker answers clients.
     *
     * @throws ClusterException if that fails, saying what to do; nothing is left behind then
     */
    KafkaCluster start(ClusterSpec spec);
}
