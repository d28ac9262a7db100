package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "The longer max.poll.interval.ms, the safer", caughtBy = "1.8.b")
final class NeverThrowsAnybodyOut extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "max.poll.interval.ms", Integer.MAX_VALUE);
    }
}
