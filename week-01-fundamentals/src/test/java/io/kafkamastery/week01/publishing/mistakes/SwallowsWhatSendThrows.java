package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Mistake(belief = "A publisher must not disturb the shop, whatever happens", caughtBy = "1.2.d")
final class SwallowsWhatSendThrows extends Misguided {

    @Override
    public CompletionStage<Placement> publish(Order order) {
        CompletableFuture<Placement> fate = new CompletableFuture<>();
        try {
            producer.send(record(order), (metadata, refusal) -> answer(fate, metadata, refusal));
        } catch (JsonProcessingException | RuntimeException e) {
            System.err.println("could not publish " + order.orderId() + ": " + e.getMessage());
        }
        return fate;
    }
}
