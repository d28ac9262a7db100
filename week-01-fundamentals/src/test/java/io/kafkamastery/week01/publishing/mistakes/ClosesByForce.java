package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;

@Mistake(belief = "A program that ends must not wait", caughtBy = "1.2.e")
final class ClosesByForce extends Misguided {

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
