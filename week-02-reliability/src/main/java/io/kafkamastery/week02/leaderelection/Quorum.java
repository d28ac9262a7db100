package io.kafkamastery.week02.leaderelection;

import java.util.Map;

/**
 * The metadata quorum: the nodes that agree on what the cluster is, topics and leaders included. How far a node lags is
 * counted in records of the metadata log: the leader's log end offset less the node's own.
 *
 * @param leader the id of the node that leads it: the active controller
 * @param voterLag the lag of each controller that votes, the leader included, by node id
 * @param observerLag the lag of each node that only reads along, as brokers do, by node id
 */
public record Quorum(int leader, Map<Integer, Long> voterLag, Map<Integer, Long> observerLag) {}
