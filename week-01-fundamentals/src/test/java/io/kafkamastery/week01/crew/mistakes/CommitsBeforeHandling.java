package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "Once poll() has returned the orders, they are safe", caughtBy = "1.6.c")
final class CommitsBeforeHandling extends Misguided {

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        member.consumer.commitSync();
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            handler.handle(member.name, order);
        }
    }
}
