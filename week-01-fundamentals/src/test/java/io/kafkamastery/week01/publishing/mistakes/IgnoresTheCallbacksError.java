package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "When the callback is called, the record has been written", caughtBy = "1.2.d")
final class IgnoresTheCallbacksError extends Misguided {

    @Override
    void answer(CompletableFuture<Placement> fate, RecordMetadata metadata, Exception refusal) {
        fate.complete(new Placement(metadata.partition(), metadata.offset()));
    }
}
