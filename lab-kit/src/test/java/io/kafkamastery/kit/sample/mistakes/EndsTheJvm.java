package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;

@Mistake(belief = "Nobody else needs this JVM", caughtBy = "9.1.a")
final class EndsTheJvm implements Greeter {

    @Override
    public String greet(String name) {
        System.exit(0);
        return "Hello";
    }
}
