package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "auto.offset.reset=earliest makes a group read from the beginning", caughtBy = "1.8.a")
final class ChangesOnlyTheResetPolicy extends Misguided {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        return with(settings, "auto.offset.reset", "earliest");
    }
}
