package io.kafkamastery.kit.cluster;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;

/**
 * Brings leadership back to the preferred replicas. A broker that was away leads nothing when it is back, and the kit's
 * brokers do not rebalance by themselves: the next test would find all leaders in a heap, those of internal topics too.
 */
public final class PreferredLeaders {

    private PreferredLeaders() {}

    /**
     * Returns when every partition is healthy and led by its preferred replica.
     *
     * @throws ClusterException if that takes longer than the limit, naming the partitions that are not
     */
    public static void bringBack(Admin admin, Duration limit) {
        Readiness.awaitPreferredLeaders(admin, limit, () -> elect(admin));
    }

    private static void elect(Admin admin) {
        try {
            admin.electLeaders(ElectionType.PREFERRED, null).partitions().get();
        } catch (ExecutionException notYet) {
            // It is asked again until the time is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while leaders were elected", e);
        }
    }
}
