package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "The group misses the member's heartbeats", caughtBy = "1.8.b")
final class SendsHeartbeatsMoreOften extends Misguided {

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(settings, "heartbeat.interval.ms", 100);
    }
}
