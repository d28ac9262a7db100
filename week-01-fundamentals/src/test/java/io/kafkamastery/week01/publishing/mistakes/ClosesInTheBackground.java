package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Closing takes time, so a thread of its own does it", caughtBy = "1.2.e")
final class ClosesInTheBackground extends Misguided {

    @Override
    public void close() {
        new Thread(producer::close, "closing").start();
    }
}
