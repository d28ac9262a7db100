package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "wakeup() ends poll(), and that ends run()", caughtBy = "1.3.e")
final class LetsTheWakeupEscape extends Misguided {

    private volatile KafkaConsumer<String, String> consumer;

    @Override
    void subscribe(KafkaConsumer<String, String> own, String topic) {
        consumer = own;
        super.subscribe(own, topic);
    }

    @Override
    public void stop() {
        super.stop();
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
