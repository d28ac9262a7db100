package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Whoever commits the place of the last record has committed all before it", caughtBy = "2.6.b")
final class CommitsTheLastPlace extends Misguided {

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        ConsumerRecord<String, String> last = null;
        for (ConsumerRecord<String, String> record : batch) {
            handler.handle(order(record));
            last = record;
        }
        consumer.commitSync(
                Map.of(new TopicPartition(last.topic(), last.partition()), new OffsetAndMetadata(last.offset() + 1)));
    }
}
