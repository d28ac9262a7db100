package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A group has one offset, which says how far it has come in the topic", caughtBy = "1.3.b")
final class CommitsOneOffsetForAll extends Misguided {

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment().forEach(partition -> offsets.put(partition, new OffsetAndMetadata(record.offset() + 1)));
        consumer.commitSync(offsets);
    }
}
