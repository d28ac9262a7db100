package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Committing the same offset once more does no harm", caughtBy = "1.6.c")
final class CommitsWhatItNoLongerHas extends Misguided {

    /** By worker. Nothing is taken out, also when a partition goes to somebody else, who commits more there. */
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> handled = new ConcurrentHashMap<>();

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        Map<TopicPartition, OffsetAndMetadata> next = handled.computeIfAbsent(member.name, name -> new HashMap<>());
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                break;
            }
            handler.handle(member.name, order);
            next.put(partition(order), new OffsetAndMetadata(order.offset() + 1));
        }
        if (!orders.isEmpty()) {
            member.consumer.commitSync(next);
        }
    }
}
