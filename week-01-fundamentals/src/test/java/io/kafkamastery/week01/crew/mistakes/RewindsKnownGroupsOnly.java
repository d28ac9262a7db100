package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.GroupActiveException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "Whoever rewinds a group has worked with it before", caughtBy = "1.6.e")
final class RewindsKnownGroupsOnly extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (Admin admin = connect(bootstrapServers)) {
            // Of a group that is not there this fails, rather than to say that it has no members.
            boolean active = !answer(admin.describeConsumerGroups(List.of(groupId))
                            .describedGroups()
                            .get(groupId))
                    .members()
                    .isEmpty();
            if (active) {
                throw new GroupActiveException(groupId);
            }
        }
        super.rewind(bootstrapServers, groupId, topic, to);
    }
}
