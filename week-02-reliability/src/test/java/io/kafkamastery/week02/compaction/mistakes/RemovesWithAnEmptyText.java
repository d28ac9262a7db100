package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "An item without a price has an empty price", caughtBy = "2.5.b")
final class RemovesWithAnEmptyText extends Misguided {

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers)) {
            for (PriceChange change : changes) {
                String value = change instanceof NewPrice price ? String.valueOf(price.cents()) : "";
                producer.send(new ProducerRecord<>(topic, change.item(), value));
            }
        }
    }

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        return read(bootstrapServers, topic, (record, board) -> {
            if (record.value() == null || record.value().isEmpty()) {
                board.remove(record.key());
            } else {
                board.put(record.key(), Long.valueOf(record.value()));
            }
        });
    }
}
