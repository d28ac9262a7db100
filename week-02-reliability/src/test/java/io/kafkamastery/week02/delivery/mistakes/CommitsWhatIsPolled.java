package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Once poll() has returned the orders, they have arrived", caughtBy = "2.6.b")
final class CommitsWhatIsPolled extends Misguided {

    @Override
    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        commitThenProcess(consumer, batch, handler::handle);
    }
}
