package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "onPartitionsAssigned is handed everything that the worker has", caughtBy = "1.6.b")
final class TakesTheAddedForAll extends Misguided {

    @Override
    void subscribe(Member member) {
        member.consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                member.partitions = numbers(partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // the next onPartitionsAssigned will tell
            }
        });
    }

    @Override
    void work(Member member) {
        try (member.consumer) {
            subscribe(member);
            while (!member.finishing) {
                ConsumerRecords<String, String> orders = member.consumer.poll(POLL);
                handle(member, orders);
            }
        }
    }
}
