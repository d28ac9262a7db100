package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.week01.dials.Delivery;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/** What became of an order, rightly told; a mistake sends it the wrong way. */
final class Fates {

    private Fates() {}

    static Delivery of(String order, Future<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.get();
            return place.hasOffset()
                    ? new Delivery.Acknowledged(order, place.offset())
                    : new Delivery.Unconfirmed(order);
        } catch (ExecutionException e) {
            return new Delivery.GivenUp(order, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
