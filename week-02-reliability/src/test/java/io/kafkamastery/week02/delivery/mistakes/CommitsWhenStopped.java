package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "A processor commits what it has done when it ends", caughtBy = "2.6.b")
final class CommitsWhenStopped extends Misguided {

    private Runnable commit = () -> {};

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        batch.forEach(record -> handler.handle(order(record)));
        commit = consumer::commitSync;
    }

    @Override
    void atTheEnd() {
        commit.run();
    }
}
