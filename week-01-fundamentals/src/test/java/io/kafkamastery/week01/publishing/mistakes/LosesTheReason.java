package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "That it failed is all that the caller needs to know", caughtBy = "1.2.d")
final class LosesTheReason extends Misguided {

    @Override
    void answer(CompletableFuture<Placement> fate, RecordMetadata metadata, Exception refusal) {
        if (refusal != null) {
            fate.completeExceptionally(new IllegalStateException("The order could not be published"));
        } else {
            fate.complete(new Placement(metadata.partition(), metadata.offset()));
        }
    }
}
