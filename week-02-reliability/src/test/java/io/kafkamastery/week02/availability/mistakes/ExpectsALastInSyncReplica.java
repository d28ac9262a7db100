package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Offline;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;

/** So it was before eligible leader replicas: the ISR kept its last member, dead or alive. */
@Mistake(belief = "A partition is offline when its last in-sync replica is dead", caughtBy = "2.3.a")
final class ExpectsALastInSyncReplica extends Misguided {

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> alive = new HashSet<>();
            answer(admin.describeCluster().nodes()).forEach(node -> alive.add(node.id()));
            Set<Offline> offline = new HashSet<>();
            describe(admin, topics).forEach((partition, info) -> {
                if (isLastOneDead(info, alive)) {
                    Set<Integer> stale = ids(info.replicas());
                    stale.retainAll(alive);
                    offline.add(new Offline(partition, ids(info.isr()), stale));
                }
            });
            return offline;
        }
    }

    private static boolean isLastOneDead(TopicPartitionInfo info, Set<Integer> alive) {
        return info.isr().size() == 1 && !alive.contains(info.isr().get(0).id());
    }
}
