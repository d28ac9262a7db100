package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What is lost is what lies beyond the end of the log", caughtBy = "2.3.c")
final class CountsByEndOffset extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = receipts.stream()
                    .map(receipt -> new TopicPartition(topic, receipt.partition()))
                    .distinct()
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return receipts.stream()
                    .filter(receipt -> receipt.offset() >= ends.get(new TopicPartition(topic, receipt.partition())))
                    .toList();
        }
    }
}
