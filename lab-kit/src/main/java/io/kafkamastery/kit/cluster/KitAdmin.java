package io.kafkamastery.kit.cluster;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The kit's own Admin clients: quick to reconnect, bounded in every wait, and recognisable by their client id. */
public final class KitAdmin {

    /** Clients whose id starts like this belong to the kit, never to the code under test. */
    public static final String CLIENT_ID_PREFIX = "lab-kit";

    private static final int TIMEOUT_MILLIS = 15_000;

    private KitAdmin() {}

    public static Admin connect(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID_PREFIX + "-admin-" + System.nanoTime());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // Brokers come and go in these tests; an exponential back-off of seconds would only make them slower.
        config.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 20);
        config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 250);
        config.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        config.put(AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 250);
        // After a fault every address in the last metadata may be stale; start again from the bootstrap servers then.
        config.put(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, "rebootstrap");
        config.put(AdminClientConfig.METADATA_RECOVERY_REBOOTSTRAP_TRIGGER_MS_CONFIG, 5_000L);
        return Admin.create(config);
    }
}
