package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "close() stops a consumer, whoever calls it", caughtBy = "1.3.e")
final class ClosesFromAnotherThread extends Misguided {

    private volatile KafkaConsumer<String, String> consumer;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> own = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            consumer = own;
            subscribe(own, topic);
            while (!stopping) {
                handleAll(own, own.poll(Duration.ofMillis(100)), handler, rejects);
            }
        }
    }

    @Override
    public void stop() {
        super.stop();
        if (consumer != null) {
            consumer.close();
        }
    }
}
