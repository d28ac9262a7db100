package io.kafkamastery.kit.sample.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.kit.sample.Greeter;

@Alternative("Formats")
final class Formatted implements Greeter {

    @Override
    public String greet(String name) {
        return "Hello %s".formatted(name);
    }
}
