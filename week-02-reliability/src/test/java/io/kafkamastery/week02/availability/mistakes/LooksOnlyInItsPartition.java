package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "An order stays in the partition that it was sent to", caughtBy = "2.3.c")
final class LooksOnlyInItsPartition extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Set<String> there = new HashSet<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> there.add(record.partition() + "/" + record.key()));
            }
        }
        return receipts.stream()
                .filter(receipt -> !there.contains(receipt.partition() + "/" + receipt.orderId()))
                .toList();
    }
}
