package io.kafkamastery.week01.environment;

import java.util.Map;

/**
 * Who makes up a cluster.
 *
 * @param clusterId the id that the cluster got when it was formatted
 * @param controllerId the node that leads the metadata quorum: the active controller
 * @param brokers where clients reach each broker, as {@code host:port} by node id
 */
public record ClusterReport(String clusterId, int controllerId, Map<Integer, String> brokers) {

    public ClusterReport {
        brokers = Map.copyOf(brokers);
    }
}
