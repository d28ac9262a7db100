package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "A record that was refused has no metadata", caughtBy = "1.2.d")
final class TakesMetadataForSuccess extends Misguided {

    @Override
    void answer(CompletableFuture<Placement> fate, RecordMetadata metadata, Exception refusal) {
        if (metadata != null) {
            fate.complete(new Placement(metadata.partition(), metadata.offset()));
        } else {
            fate.completeExceptionally(refusal);
        }
    }
}
