package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "Who is thrown out of a group needs a longer session time-out", caughtBy = "1.8.b")
final class RaisesTheSessionTimeout extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "session.timeout.ms", 120_000);
    }
}
