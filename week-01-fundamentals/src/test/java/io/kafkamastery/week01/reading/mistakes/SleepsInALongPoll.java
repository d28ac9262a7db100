package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "A flag that run() looks at is enough to stop it", caughtBy = "1.3.e")
final class SleepsInALongPoll extends Misguided {

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            subscribe(consumer, topic);
            while (!stopping) {
                handleAll(consumer, consumer.poll(Duration.ofMinutes(1)), handler, rejects);
            }
        }
    }
}
