package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "Without auto-commit, Kafka still remembers what was read", caughtBy = "1.6.c")
final class NeverCommits extends Misguided {

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            handler.handle(member.name, order);
        }
    }
}
