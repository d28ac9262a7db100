package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "What was sent is sent; the JVM cleans up", caughtBy = "1.2.e")
final class NeverCloses extends Misguided {

    @Override
    public void close() {}
}
