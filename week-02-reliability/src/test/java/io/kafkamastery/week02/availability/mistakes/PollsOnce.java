package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A poll that waits long enough brings all there is", caughtBy = "2.3.c")
final class PollsOnce extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Set<String> there = new HashSet<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            consumer.poll(Duration.ofSeconds(5)).forEach(record -> there.add(record.key()));
        }
        return receipts.stream()
                .filter(receipt -> !there.contains(receipt.orderId()))
                .toList();
    }
}
