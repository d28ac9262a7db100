package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "The quickest way past a bad record is to go on with the newest ones", caughtBy = "1.8.d")
final class SkipsToTheEnd extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        UnreadableRecord record = super.stopsAtOneRecord(settings, topic);
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partition = List.of(record.partition());
            consumer.assign(partition);
            consumer.seekToEnd(partition);
            consumer.position(record.partition());
            consumer.commitSync();
        }
        return record;
    }
}
