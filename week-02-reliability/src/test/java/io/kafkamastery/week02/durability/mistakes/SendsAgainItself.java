package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.durability.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

@Mistake(belief = "The producer is idempotent, so an order that timed out may be sent again", caughtBy = "2.2.e")
final class SendsAgainItself extends Misguided {

    @Override
    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) requestTimeout.toMillis() + 100);
    }

    @Override
    void send(
            Producer<String, String> producer,
            ProducerRecord<String, String> record,
            Order order,
            CompletableFuture<Fate> fate,
            Duration deliveryTimeout) {
        sendUntil(Instant.now().plus(deliveryTimeout), producer, record, order, fate);
    }

    private void sendUntil(
            Instant deadline,
            Producer<String, String> producer,
            ProducerRecord<String, String> record,
            Order order,
            CompletableFuture<Fate> fate) {
        producer.send(record, (place, failure) -> {
            if (failure instanceof TimeoutException && Instant.now().isBefore(deadline)) {
                sendUntil(deadline, producer, record, order, fate);
            } else {
                fate.complete(fateOf(order, place, failure));
            }
        });
    }
}
