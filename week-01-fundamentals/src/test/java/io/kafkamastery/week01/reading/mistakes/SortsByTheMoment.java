package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Orders are in order when the one that was placed first comes first", caughtBy = "1.3.a")
final class SortsByTheMoment extends Misguided {

    @Override
    void handleAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            OrderHandler handler,
            Rejects rejects) {
        List<ConsumerRecord<String, String>> sorted = new ArrayList<>();
        records.forEach(sorted::add);
        sorted.sort(Comparator.comparing(this::moment));
        for (ConsumerRecord<String, String> record : sorted) {
            handle(record, handler, rejects);
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        records.forEach(record -> next.putAll(next(record)));
        consumer.commitSync(next);
    }

    private Instant moment(ConsumerRecord<String, String> record) {
        try {
            return parse(record.value()).placedAt();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Instant.MAX;
        }
    }
}
