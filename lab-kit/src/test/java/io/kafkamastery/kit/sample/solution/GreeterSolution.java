package io.kafkamastery.kit.sample.solution;

import io.kafkamastery.kit.sample.Greeter;

public final class GreeterSolution implements Greeter {

    @Override
    public String greet(String name) {
        return "Hello " + name;
    }
}
