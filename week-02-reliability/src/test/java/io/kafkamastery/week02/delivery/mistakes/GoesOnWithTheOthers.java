package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(
        belief = "The other orders of a batch need not wait because one has failed, if only that one is not committed",
        caughtBy = "2.6.b")
final class GoesOnWithTheOthers extends Misguided {

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        RuntimeException failure = null;
        for (ConsumerRecord<String, String> record : batch) {
            try {
                handler.handle(order(record));
                if (failure == null) {
                    done.put(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1));
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        consumer.commitSync(done);
        if (failure != null) {
            throw failure;
        }
    }
}
