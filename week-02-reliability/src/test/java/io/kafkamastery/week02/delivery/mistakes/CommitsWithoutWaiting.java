package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Once commitAsync() has returned, the commit is as good as made", caughtBy = "2.6.a")
final class CommitsWithoutWaiting extends Misguided {

    @Override
    void atMostOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        consumer.commitAsync();
        batch.forEach(record -> handler.handle(order(record)));
    }
}
