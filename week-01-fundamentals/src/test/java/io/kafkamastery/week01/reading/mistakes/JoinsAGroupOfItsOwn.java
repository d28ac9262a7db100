package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import java.util.UUID;

@Mistake(belief = "A group id has to be unique, like a client id", caughtBy = "1.3.c")
final class JoinsAGroupOfItsOwn extends Misguided {

    @Override
    Map<String, Object> settings(String bootstrapServers, String groupId) {
        return super.settings(bootstrapServers, groupId + "-" + UUID.randomUUID());
    }
}
