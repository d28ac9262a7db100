package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "The consumer knows best where it is: position()", caughtBy = "1.3.d")
final class RejectsWithTheNextOffset extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        for (ConsumerRecord<String, String> record : records) {
            if (stopping) {
                return;
            }
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            handle(
                    record,
                    handler,
                    noOrder -> rejects.reject(new RejectedRecord(
                            noOrder.topic(), noOrder.partition(), consumer.position(partition), noOrder.reason())));
            commit(consumer, record);
        }
    }
}
