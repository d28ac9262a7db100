package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "assign() and subscribe() are two ways to join the group", caughtBy = "1.3.a")
final class AssignsByHand extends Misguided {

    @Override
    void subscribe(KafkaConsumer<String, String> consumer, String topic) {
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
    }
}
