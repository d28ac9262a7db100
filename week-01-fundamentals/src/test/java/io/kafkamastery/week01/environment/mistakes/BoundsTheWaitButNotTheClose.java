package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "It is enough to wait for the answer no longer than the timeout", caughtBy = "1.1.e")
final class BoundsTheWaitButNotTheClose extends Misguided {

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            admin.describeCluster().clusterId().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ClusterUnreachableException("No answer from " + bootstrapServers, e); // after closing, at last
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return super.describe(bootstrapServers, timeout);
    }
}
