package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "A group remembers by itself what its members have read", caughtBy = "1.3.c")
final class NeverCommits extends Misguided {

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        // a record that was read is gone
    }
}
