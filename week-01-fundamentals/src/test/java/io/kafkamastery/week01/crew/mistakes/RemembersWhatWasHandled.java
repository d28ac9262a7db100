package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

@Mistake(belief = "An order that has been handled once need not be handled by another group", caughtBy = "1.6.d")
final class RemembersWhatWasHandled extends Misguided {

    private static final Set<String> HANDLED = ConcurrentHashMap.newKeySet();

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return;
            }
            if (HANDLED.add(partition(order) + "@" + order.offset())) {
                handler.handle(member.name, order);
            }
            member.consumer.commitSync(Map.of(partition(order), new OffsetAndMetadata(order.offset() + 1)));
        }
    }
}
