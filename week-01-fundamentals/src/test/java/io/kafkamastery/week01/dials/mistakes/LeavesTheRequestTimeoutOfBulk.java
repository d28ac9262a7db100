package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(
        belief = "The delivery timeout limits the time for a request, too",
        caughtBy = {"1.7.c", "1.7.d"})
final class LeavesTheRequestTimeoutOfBulk extends Misguided {

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = super.highThroughput(deliveryTimeout);
        dials.remove(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        return dials;
    }
}
