package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "It is still to do", caughtBy = "9.1.a")
final class ReachesTheTodoInAThread implements Greeter {

    @Override
    public String greet(String name) {
        Thread thread = new Thread(() -> {
            throw new UnsupportedOperationException("TODO 9.1.a: greet in a thread");
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }
}
