package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

@Mistake(belief = "An error that was logged has been handled", caughtBy = "1.2.d")
final class OnlyLogsTheError extends Misguided {

    @Override
    void answer(CompletableFuture<Placement> fate, RecordMetadata metadata, Exception refusal) {
        if (refusal != null) {
            System.err.println("could not publish: " + refusal.getMessage());
        } else {
            fate.complete(new Placement(metadata.partition(), metadata.offset()));
        }
    }
}
