package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What is committed is the offset of the last record that was handled", caughtBy = "1.3.c")
final class CommitsTheLastOffset extends Misguided {

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        consumer.commitSync(
                Map.of(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset())));
    }
}
