package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;

@Mistake(belief = "poll() should wait long, and a flag is enough to stop", caughtBy = "2.6.b")
final class WaitsForTheNextOrder extends Misguided {

    @Override
    Duration patience() {
        return Duration.ofMinutes(1);
    }
}
