package io.kafkamastery.kit.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.UnregisterBrokerOptions;
import org.apache.kafka.common.KafkaFuture;

/**
 * Ends the registrations of brokers that were killed, before they are started again. The controller takes a killed broker
 * for alive until its session ends, and refuses its successor so long ({@code DUPLICATE_BROKER_REGISTRATION}); the
 * successor then waits longer and longer before it tries again.
 *
 * <p>To partitions it is the same as that end of the session: the broker leaves the in-sync replicas, others lead.
 */
public final class Registrations {

    private static final int LIMIT_MILLIS = 3_000;

    private Registrations() {}

    /** Ends them, as far as the cluster can be asked to: without, the brokers only take longer to come back. */
    public static void end(Admin admin, Collection<Integer> deadBrokers) {
        List<KafkaFuture<Void>> all = new ArrayList<>();
        for (int id : deadBrokers) {
            all.add(admin.unregisterBroker(id, new UnregisterBrokerOptions().timeoutMs(LIMIT_MILLIS))
                    .all());
        }
        for (KafkaFuture<Void> ended : all) {
            try {
                ended.get(LIMIT_MILLIS + 1_000, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException notNeededOrNotPossible) {
                // Its session has to end by itself.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("Interrupted while brokers were taken off the list", e);
            }
        }
    }
}
