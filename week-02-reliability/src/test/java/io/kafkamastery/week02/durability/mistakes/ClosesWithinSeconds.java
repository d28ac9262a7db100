package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "What has not arrived after five seconds never will", caughtBy = "2.2.c")
final class ClosesWithinSeconds extends Misguided {

    @Override
    void close(Producer<String, String> producer) {
        producer.close(Duration.ofSeconds(5));
    }
}
