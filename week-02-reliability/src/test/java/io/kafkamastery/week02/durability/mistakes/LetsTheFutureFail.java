package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.durability.Fate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "A future that fails is how Java says that something went wrong", caughtBy = "2.2.d")
final class LetsTheFutureFail extends Misguided {
    @Override
    void send(
            Producer<String, String> producer,
            ProducerRecord<String, String> record,
            Order order,
            CompletableFuture<Fate> fate,
            Duration deliveryTimeout) {
        producer.send(record, (place, failure) -> {
            if (failure == null) {
                fate.complete(fateOf(order, place, null));
            } else {
                fate.completeExceptionally(failure);
            }
        });
    }
}
