package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Delivering everything again is what at least once means", caughtBy = "2.6.b")
final class NeverCommits extends Misguided {

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        batch.forEach(record -> handler.handle(order(record)));
    }
}
