package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Kafka commits a record when I am done with it", caughtBy = "1.3.b")
final class TrustsAutoCommit extends Misguided {

    @Override
    Map<String, Object> settings(String bootstrapServers, String groupId) {
        Map<String, Object> settings = super.settings(bootstrapServers, groupId);
        settings.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
        return settings;
    }

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        // nothing to do here
    }
}
