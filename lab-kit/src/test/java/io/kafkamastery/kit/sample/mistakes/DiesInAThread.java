package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "Somebody will notice", caughtBy = "9.1.a")
final class DiesInAThread implements Greeter {

    @Override
    public String greet(String name) {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("nobody hears me");
        });
        thread.setName("greeter");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "Hello " + name;
    }
}
