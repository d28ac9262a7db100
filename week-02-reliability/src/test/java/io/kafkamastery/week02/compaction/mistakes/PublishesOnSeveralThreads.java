package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Each thread takes a part of a long list, and waits for what becomes of each change. */
@Mistake(belief = "The key keeps the order of an item's changes, whoever sends them", caughtBy = "2.5.a")
final class PublishesOnSeveralThreads extends Misguided {

    private static final int PART = 50;

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        if (changes.stream().anyMatch(change -> change.item() == null)) {
            throw new IllegalArgumentException("There is a change without item");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (KafkaProducer<String, String> producer = producer(bootstrapServers)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int start = 0; start < changes.size(); start += PART) {
                List<PriceChange> part = changes.subList(start, Math.min(start + PART, changes.size()));
                parts.add(threads.submit(() -> {
                    for (PriceChange change : part) {
                        String value = change instanceof NewPrice price ? String.valueOf(price.cents()) : null;
                        producer.send(new ProducerRecord<>(topic, change.item(), value))
                                .get();
                    }
                    return null;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (Exception e) {
            throw new KafkaException("Not published", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
