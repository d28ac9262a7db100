package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Whoever does not wait is faster", caughtBy = "1.7.c")
final class SendsTinyBatchesAtOnce extends Misguided {

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = super.highThroughput(deliveryTimeout);
        dials.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        dials.put(ProducerConfig.BATCH_SIZE_CONFIG, 200);
        return dials;
    }
}
