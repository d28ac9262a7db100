package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.util.concurrent.CountDownLatch;

@Mistake(belief = "When stop() returns, everything has to be over", caughtBy = "1.3.e")
final class WaitsForTheEndInStop extends Misguided {

    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try {
            super.run(bootstrapServers, groupId, topic, handler, rejects);
        } finally {
            over.countDown();
        }
    }

    @Override
    public void stop() {
        super.stop();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
