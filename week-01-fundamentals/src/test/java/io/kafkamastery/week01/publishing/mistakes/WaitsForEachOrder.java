package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

@Mistake(belief = "Only get() makes sure that the order has arrived", caughtBy = "1.2.f")
final class WaitsForEachOrder extends Misguided {

    @Override
    public CompletionStage<Placement> publish(Order order) {
        try {
            RecordMetadata metadata = producer.send(record(order)).get();
            return CompletableFuture.completedFuture(new Placement(metadata.partition(), metadata.offset()));
        } catch (ExecutionException e) {
            return CompletableFuture.failedFuture(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (JsonProcessingException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
