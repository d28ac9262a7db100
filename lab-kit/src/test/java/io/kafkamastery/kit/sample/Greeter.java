package io.kafkamastery.kit.sample;

/** Greets. */
public interface Greeter {

    String greet(String name);
}
