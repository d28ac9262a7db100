package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

@Mistake(belief = "An exception in the loop must not end it", caughtBy = "1.3.e")
final class IgnoresTheWakeup extends Misguided {

    private volatile KafkaConsumer<String, String> consumer;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> own = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            consumer = own;
            subscribe(own, topic);
            while (true) {
                try {
                    handleAll(own, own.poll(Duration.ofSeconds(1)), handler, rejects);
                } catch (WakeupException e) {
                    // somebody woke us up: good morning
                }
            }
        }
    }

    @Override
    public void stop() {
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
