package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "The broker compresses what it stores", caughtBy = "1.7.d")
final class LeavesCompressionToTheBroker extends Misguided {

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = super.highThroughput(deliveryTimeout);
        dials.remove(ProducerConfig.COMPRESSION_TYPE_CONFIG);
        return dials;
    }
}
