package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "commitSync() commits the record that I have just handled", caughtBy = "1.3.b")
final class CommitsThePositionAfterEachOrder extends Misguided {

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        consumer.commitSync();
    }
}
