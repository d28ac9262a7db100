package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "That cannot be null", caughtBy = "9.1.a")
final class Throws implements Greeter {

    @Override
    public String greet(String name) {
        throw new IllegalStateException("the greeting card is empty");
    }
}
