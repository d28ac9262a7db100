package io.kafkamastery.kit.cluster.process;

import java.util.OptionalLong;

/**
 * A node of a {@link StandingCluster} at one moment.
 *
 * @param address where it is reached: by clients, or by the metadata quorum if it is a controller only
 * @param pid its process, while it has one
 */
public record Member(int id, boolean isBroker, boolean isController, String address, State state, OptionalLong pid) {

    /** What its process does. */
    public enum State {
        RUNNING,
        PAUSED,
        DEAD
    }

    static Member of(Node node) {
        NodePlan plan = node.plan();
        OptionalLong pid =
                node.process().map(ProcessHandle::pid).map(OptionalLong::of).orElse(OptionalLong.empty());
        State state = pid.isEmpty() ? State.DEAD : node.isFrozen() ? State.PAUSED : State.RUNNING;
        return new Member(
                plan.id(),
                plan.role().isBroker(),
                plan.role().isController(),
                NodePlan.HOST + ":" + plan.anyPort(),
                state,
                pid);
    }
}
