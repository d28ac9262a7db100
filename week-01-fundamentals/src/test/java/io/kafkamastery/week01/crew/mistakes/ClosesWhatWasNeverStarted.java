package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.OrderHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Mistake(belief = "Whoever closes a crew has started it", caughtBy = "1.6.d")
final class ClosesWhatWasNeverStarted extends Misguided {

    private ExecutorService pool;

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        super.start(bootstrapServers, groupId, topic, handler);
        pool = Executors.newCachedThreadPool();
    }

    @Override
    public void close() {
        super.close();
        pool.shutdown();
    }
}
