package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "Ten records at a time are few enough for any kitchen", caughtBy = "1.8.b")
final class TakesAFixedBatch extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "max.poll.records", 10);
    }
}
