package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;

@Mistake(belief = "Kafka's timestamps are seconds", caughtBy = "1.6.e")
final class RewindsInSeconds extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        super.rewind(bootstrapServers, groupId, topic, Instant.ofEpochMilli(to.getEpochSecond()));
    }
}
