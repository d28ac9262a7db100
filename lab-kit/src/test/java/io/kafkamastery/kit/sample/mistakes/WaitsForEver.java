package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;
import java.util.concurrent.CountDownLatch;

@Mistake(belief = "Somebody will count it down", caughtBy = "9.1.a")
final class WaitsForEver implements Greeter {

    @Override
    public String greet(String name) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "Hello";
    }
}
