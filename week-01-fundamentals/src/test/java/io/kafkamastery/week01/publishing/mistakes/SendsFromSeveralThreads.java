package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@Mistake(belief = "A producer is thread-safe, so any thread may send any order", caughtBy = "1.2.b")
final class SendsFromSeveralThreads extends Misguided {

    private final ExecutorService senders = Executors.newFixedThreadPool(4);

    @Override
    public CompletionStage<Placement> publish(Order order) {
        return CompletableFuture.supplyAsync(() -> super.publish(order), senders)
                .thenCompose(stage -> stage);
    }

    @Override
    public void close() {
        senders.shutdown();
        try {
            senders.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.close();
    }
}
