package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Compression makes every record smaller", caughtBy = "1.7.d")
final class CompressesSingleOrders extends Misguided {

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        Map<String, Object> dials = super.highThroughput(deliveryTimeout);
        dials.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        dials.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        dials.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
        return dials;
    }
}
