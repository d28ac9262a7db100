package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.durability.Fate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "Once the caller has been told, the order is dealt with", caughtBy = "2.2.d")
final class StopsWaitingNotTrying extends Misguided {

    @Override
    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {
        settings.remove(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG); // and it is two minutes
    }

    @Override
    void send(
            Producer<String, String> producer,
            ProducerRecord<String, String> record,
            Order order,
            CompletableFuture<Fate> fate,
            Duration deliveryTimeout) {
        super.send(producer, record, order, fate, deliveryTimeout);
        fate.completeOnTimeout(
                new Fate.Unknown(order.orderId(), "no answer in time"),
                deliveryTimeout.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
