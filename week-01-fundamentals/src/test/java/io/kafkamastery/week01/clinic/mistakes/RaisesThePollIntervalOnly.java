package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "As much time as may be is time enough", caughtBy = "1.8.b")
final class RaisesThePollIntervalOnly extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "max.poll.interval.ms", (int) noticedWithin.toMillis() - 100);
    }
}
