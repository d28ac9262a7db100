package io.kafkamastery.week02.durability.solution;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.week02.durability.Fate;
import io.kafkamastery.week02.durability.OrderSender;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Hands each order to the producer once, and lets the producer's callback tell its fate. */
final class CallbackSender implements OrderSender {

    private final String topic;
    private final Producer<String, String> producer;

    CallbackSender(String topic, Producer<String, String> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    // region: send
    @Override
    public CompletableFuture<Fate> send(Order order) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, order.customerId(), OrderJson.write(order));
        try {
            // Once. Trying again is the producer's business: it alone can do so without writing the order twice.
            producer.send(record, (place, failure) -> fate.complete(fateOf(order.orderId(), place, failure)));
        } catch (KafkaException notEvenQueued) {
            fate.complete(fateOf(order.orderId(), null, notEvenQueued));
        }
        return fate;
    }
    // endregion

    // region: fate
    private static Fate fateOf(String orderId, RecordMetadata place, Exception failure) {
        if (failure == null) {
            return new Fate.Acknowledged(orderId, place.partition(), place.offset());
        }
        return isCertain(failure)
                ? new Fate.Refused(orderId, failure.toString())
                : new Fate.Unknown(orderId, failure.toString());
    }

    /** Whether nobody can have written the order. After anything else a broker may have done so without telling. */
    private static boolean isCertain(Exception failure) {
        return failure instanceof RecordTooLargeException || failure instanceof SerializationException;
    }
    // endregion

    @Override
    public void close() {
        producer.close(); // waits for every callback; the delivery timeout bounds that
    }
}
