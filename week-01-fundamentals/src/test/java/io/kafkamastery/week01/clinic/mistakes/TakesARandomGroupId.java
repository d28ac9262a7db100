package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import java.util.UUID;

@Mistake(belief = "A new group id is the way to read everything", caughtBy = "1.8.a")
final class TakesARandomGroupId extends Misguided {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        return with(
                with(settings, "auto.offset.reset", "earliest"),
                "group.id",
                UUID.randomUUID().toString());
    }
}
