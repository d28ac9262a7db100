package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "After a flush() there is nothing left to close", caughtBy = "1.2.e")
final class FlushesButNeverCloses extends Misguided {

    @Override
    public void close() {
        producer.flush();
    }
}
