package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "What was sent is written", caughtBy = "2.5.c")
final class DoesNotAskWhatCameOfIt extends Misguided {

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers)) {
            for (PriceChange change : changes) {
                String value = change instanceof NewPrice price ? String.valueOf(price.cents()) : null;
                producer.send(new ProducerRecord<>(topic, change.item(), value));
            }
        }
    }
}
