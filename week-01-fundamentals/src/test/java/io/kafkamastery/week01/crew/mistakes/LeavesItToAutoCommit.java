package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "Auto-commit knows how far a worker has come", caughtBy = "1.6.c")
final class LeavesItToAutoCommit extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);
        return settings;
    }

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            if (member.finishing) {
                return; // and close() commits everything that poll() had returned
            }
            handler.handle(member.name, order);
        }
    }
}
