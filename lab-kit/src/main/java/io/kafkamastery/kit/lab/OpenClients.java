package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.KitAdmin;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The Kafka clients of this JVM that have not been closed: each registers an {@code app-info} MBean when it is created,
 * and takes it away when it is closed.
 */
final class OpenClients {

    private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();

    private OpenClients() {}

    /** As "producer orders-publisher", leaving out the kit's own. */
    static Set<String> now() {
        try {
            return MBEANS.queryNames(new ObjectName("kafka.*:type=app-info,id=*"), null).stream()
                    .filter(name -> !name.getKeyProperty("id").startsWith(KitAdmin.CLIENT_ID_PREFIX))
                    .map(name -> kind(name.getDomain()) + " " + name.getKeyProperty("id"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kafka.admin.client} is the domain of Admin clients, {@code kafka.producer} of producers, and so on. */
    private static String kind(String domain) {
        return domain.substring("kafka.".length()).replace(".client", "");
    }
}
