package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "What has been sent is on its way, so a sender can be closed at once", caughtBy = "2.2.e")
final class ClosesInAHurry extends Misguided {

    @Override
    void close(Producer<String, String> producer) {
        producer.close(Duration.ZERO);
    }
}
