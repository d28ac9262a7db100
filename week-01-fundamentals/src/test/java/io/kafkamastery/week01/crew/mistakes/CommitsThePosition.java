package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "commitSync() commits what has been handled", caughtBy = "1.6.c")
final class CommitsThePosition extends Misguided {

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                break;
            }
            handler.handle(member.name, order);
        }
        member.consumer.commitSync();
    }
}
