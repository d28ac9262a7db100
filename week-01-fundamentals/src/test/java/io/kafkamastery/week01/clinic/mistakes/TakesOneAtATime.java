package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "With one order at a time any max.poll.interval.ms will do", caughtBy = "1.8.b")
final class TakesOneAtATime extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "max.poll.records", 1);
    }
}
