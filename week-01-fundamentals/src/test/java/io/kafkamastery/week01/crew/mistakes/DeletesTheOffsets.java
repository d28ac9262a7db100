package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "Without committed offsets a group goes on where it should", caughtBy = "1.6.e")
final class DeletesTheOffsets extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.deleteConsumerGroupOffsets(groupId, Set.copyOf(partitions(admin, topic)))
                    .all());
        }
    }
}
