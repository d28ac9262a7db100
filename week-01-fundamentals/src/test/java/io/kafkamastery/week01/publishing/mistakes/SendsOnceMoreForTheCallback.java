package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Mistake(belief = "A send() with a callback only registers the callback", caughtBy = "1.2.a")
final class SendsOnceMoreForTheCallback extends Misguided {

    @Override
    public CompletionStage<Placement> publish(Order order) {
        try {
            producer.send(record(order));
        } catch (JsonProcessingException | RuntimeException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
        return super.publish(order);
    }
}
