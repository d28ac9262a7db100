package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.OrderHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "One commits what is done; what else would a commit mean?", caughtBy = "2.6.a")
final class CommitsWhatIsDone extends Misguided {

    @Override
    void atMostOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        processThenCommit(consumer, batch, handler::handle);
    }
}
