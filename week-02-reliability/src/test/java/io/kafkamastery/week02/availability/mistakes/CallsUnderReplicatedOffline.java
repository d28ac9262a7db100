package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Offline;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A partition that lacks in-sync replicas is offline", caughtBy = "2.3.a")
final class CallsUnderReplicatedOffline extends Misguided {

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> alive = new HashSet<>();
            answer(admin.describeCluster().nodes()).forEach(node -> alive.add(node.id()));
            Set<Offline> offline = new HashSet<>();
            describe(admin, topics).forEach((partition, info) -> {
                if (info.isr().size() < info.replicas().size()) {
                    Set<Integer> eligible = ids(info.isr());
                    eligible.addAll(ids(info.elr()));
                    Set<Integer> stale = ids(info.replicas());
                    stale.retainAll(alive);
                    offline.add(new Offline(partition, eligible, stale));
                }
            });
            return offline;
        }
    }
}
