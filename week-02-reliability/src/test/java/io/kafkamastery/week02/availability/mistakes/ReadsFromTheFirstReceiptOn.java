package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What was sent again stands behind all that was there before", caughtBy = "2.3.c")
final class ReadsFromTheFirstReceiptOn extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Map<TopicPartition, Long> first = new HashMap<>();
        receipts.forEach(
                receipt -> first.merge(new TopicPartition(topic, receipt.partition()), receipt.offset(), Math::min));
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            consumer.partitionsFor(topic)
                    .forEach(info -> first.putIfAbsent(new TopicPartition(topic, info.partition()), 0L));
        }
        return missing(bootstrapServers, first, receipts);
    }
}
