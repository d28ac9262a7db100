package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A record's place is its identity, so an order that stands elsewhere is lost", caughtBy = "2.3.c")
final class TakesThePlaceForTheOrder extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Map<String, String> byPlace = new HashMap<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> byPlace.put(record.partition() + "/" + record.offset(), record.key()));
            }
        }
        return receipts.stream()
                .filter(receipt -> !receipt.orderId().equals(byPlace.get(receipt.partition() + "/" + receipt.offset())))
                .toList();
    }
}
