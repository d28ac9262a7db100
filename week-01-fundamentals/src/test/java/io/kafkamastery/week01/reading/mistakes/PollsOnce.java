package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "One poll() brings all that there is", caughtBy = "1.3.a")
final class PollsOnce extends Misguided {

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            subscribe(consumer, topic);
            handleAll(consumer, consumer.poll(Duration.ofSeconds(5)), handler, rejects);
        }
    }
}
