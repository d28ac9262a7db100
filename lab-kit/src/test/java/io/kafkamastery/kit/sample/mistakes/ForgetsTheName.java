package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "One greeting fits all", caughtBy = "9.1.a")
final class ForgetsTheName implements Greeter {

    @Override
    public String greet(String name) {
        return "Hello";
    }
}
