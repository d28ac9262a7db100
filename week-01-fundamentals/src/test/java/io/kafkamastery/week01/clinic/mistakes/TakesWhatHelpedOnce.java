package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "Settings that were good for one kitchen are good for all", caughtBy = "1.8.b")
final class TakesWhatHelpedOnce extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(with(settings, "max.poll.records", 2), "max.poll.interval.ms", 3_500);
    }
}
