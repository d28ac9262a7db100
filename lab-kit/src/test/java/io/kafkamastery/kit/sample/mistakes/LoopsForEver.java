package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "It will come", caughtBy = "9.1.a")
final class LoopsForEver implements Greeter {

    @Override
    public String greet(String name) {
        long spins = 0;
        while (!name.isEmpty()) {
            spins++;
        }
        return "Hello after " + spins;
    }
}
