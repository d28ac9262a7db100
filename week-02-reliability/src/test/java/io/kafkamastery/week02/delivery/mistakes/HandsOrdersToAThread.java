package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "A thread of its own makes the handler independent of poll() and commit", caughtBy = "2.6.b")
final class HandsOrdersToAThread extends Misguided {

    private final ExecutorService kitchen = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "kitchen");
        thread.setDaemon(true);
        return thread;
    });

    private CompletableFuture<Void> begun = CompletableFuture.completedFuture(null);

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        for (ConsumerRecord<String, String> record : batch) {
            begun = begun.thenRunAsync(() -> handler.handle(order(record)), kitchen);
        }
        consumer.commitSync();
    }

    /** It even notices when the handler has thrown; only that is too late then. */
    @Override
    void betweenBatches() {
        if (begun.isCompletedExceptionally()) {
            begun.join();
        }
    }

    @Override
    void atTheEnd() {
        begun.join();
        kitchen.shutdown();
    }
}
