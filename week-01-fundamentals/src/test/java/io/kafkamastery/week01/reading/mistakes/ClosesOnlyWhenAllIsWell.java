package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "When an exception ends the reader, its consumer goes with it", caughtBy = "1.3.b")
final class ClosesOnlyWhenAllIsWell extends Misguided {

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId));
        subscribe(consumer, topic);
        while (!stopping) {
            handleAll(consumer, consumer.poll(Duration.ofMillis(100)), handler, rejects);
        }
        consumer.close();
    }
}
