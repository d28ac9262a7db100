package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.ClusterContract;

class ProcessClusterTest extends ClusterContract {

    @Override
    protected Backend backend() {
        return new ProcessBackend();
    }
}
