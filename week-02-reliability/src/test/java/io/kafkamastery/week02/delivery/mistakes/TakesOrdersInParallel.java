package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "What one poll has returned can be handled in any order, and so all at once", caughtBy = "2.6.b")
final class TakesOrdersInParallel extends Misguided {

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (ConsumerRecord<String, String> record : batch) {
            begun.add(CompletableFuture.runAsync(() -> handler.handle(order(record))));
        }
        begun.forEach(CompletableFuture::join);
        consumer.commitSync();
    }
}
