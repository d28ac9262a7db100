package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Clusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Looks ahead in a run of several labs, so that a later lab's cluster starts while an earlier lab is being checked. JUnit
 * finds it by itself.
 */
public final class ExpectedClusters implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        List<ClusterSpec> specs = new ArrayList<>();
        plan.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier test) {
                test.getSource()
                        .filter(ClassSource.class::isInstance)
                        .map(source -> ((ClassSource) source).getJavaClass())
                        .filter(type -> type.isAnnotationPresent(Lab.class))
                        .ifPresent(lab -> specs.add(KafkaExtension.spec(lab)));
            }
        });
        Clusters.expect(specs);
    }
}
