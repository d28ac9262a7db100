package io.kafkamastery.kit.sample.starter;

import io.kafkamastery.kit.sample.Greeter;

public final class MyGreeter implements Greeter {

    @Override
    public String greet(String name) {
        throw new UnsupportedOperationException("TODO 9.1.a: greet whoever it is");
    }
}
