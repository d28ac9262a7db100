package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Whoever leaves in the middle of a batch has nothing to commit yet", caughtBy = "1.6.c")
final class LeavesWithoutCommitting extends Misguided {

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            handler.handle(member.name, order);
            next.put(partition(order), new OffsetAndMetadata(order.offset() + 1));
        }
        member.consumer.commitSync(next);
    }
}
