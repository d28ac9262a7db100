package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Answers only cost throughput", caughtBy = "1.7.c")
final class AsksForNoConfirmation extends Misguided {

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = super.highThroughput(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "0");
        return dials;
    }
}
