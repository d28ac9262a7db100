package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;

@Mistake(belief = "A producer is opened, used and closed, like a file", caughtBy = "1.2.f")
final class OpensAProducerPerOrder extends Misguided {

    @Override
    Producer<String, byte[]> connect() {
        return null; // each order gets its own
    }

    @Override
    public CompletionStage<Placement> publish(Order order) {
        producer = super.connect();
        try {
            return super.publish(order);
        } finally {
            producer.close();
        }
    }

    @Override
    public void close() {}
}
