package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Only what was handled successfully may be committed", caughtBy = "1.3.d")
final class CommitsOrdersOnly extends Misguided {

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
            try {
                Order order = parse(record.value());
                handler.handle(order);
                commit(consumer, record);
            } catch (JsonProcessingException | IllegalArgumentException e) {
                rejects.reject(rejected(record, e));
            }
        }
    }
}
