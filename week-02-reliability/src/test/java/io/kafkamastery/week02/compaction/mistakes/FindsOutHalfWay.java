package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

@Mistake(belief = "A list that is refused may be published up to where it is wrong", caughtBy = "2.5.c")
final class FindsOutHalfWay extends Misguided {

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers)) {
            for (PriceChange change : changes) {
                if (change.item() == null) {
                    throw new IllegalArgumentException("A change without an item: " + change);
                }
                String value = change instanceof NewPrice price ? String.valueOf(price.cents()) : null;
                producer.send(new ProducerRecord<>(topic, change.item(), value));
            }
        }
    }
}
