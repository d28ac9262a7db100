package io.kafkamastery.week01.reading.alternatives;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.OrderReader;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

@Alternative("Deserializes within poll(), is woken up, commits each record, and speaks the consumer protocol")
final class OneByOne implements OrderReader {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private KafkaConsumer<byte[], Order> consumer;
    private boolean stopped;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("group.id", groupId);
        properties.setProperty("group.protocol", "consumer");
        properties.setProperty("auto.offset.reset", "earliest");
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("max.poll.records", "1");
        try (KafkaConsumer<byte[], Order> own =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), (ignored, json) -> deserialize(json))) {
            own.subscribe(List.of(topic));
            setConsumer(own);
            while (!isStopped()) {
                readNext(own, handler, rejects);
            }
        } catch (WakeupException e) {
            if (!isStopped()) {
                throw e;
            }
        }
    }

    private void readNext(KafkaConsumer<byte[], Order> own, OrderHandler handler, Rejects rejects) {
        try {
            for (ConsumerRecord<byte[], Order> record : own.poll(Duration.ofSeconds(30))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.value() == null) {
                    rejects.reject(new RejectedRecord(
                            record.topic(), record.partition(), record.offset(), "there is no value"));
                } else {
                    handler.handle(record.value());
                }
                commit(own, partition, record.offset() + 1);
            }
        } catch (RecordDeserializationException e) {
            TopicPartition partition = e.topicPartition();
            rejects.reject(new RejectedRecord(partition.topic(), partition.partition(), e.offset(), e.getMessage()));
            own.seek(partition, e.offset() + 1);
            commit(own, partition, e.offset() + 1);
        }
    }

    private static void commit(KafkaConsumer<?, ?> consumer, TopicPartition partition, long next) {
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.of(partition, new OffsetAndMetadata(next));
        while (true) {
            try {
                consumer.commitSync(offsets);
                return;
            } catch (WakeupException e) {
                // Once more: whoever woke us up wants us to stop, not to forget.
            }
        }
    }

    private static Order deserialize(byte[] json) {
        try {
            return MAPPER.readValue(json, Order.class);
        } catch (IOException e) {
            throw new SerializationException("not an order", e);
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void setConsumer(KafkaConsumer<byte[], Order> own) {
        consumer = own;
    }
}
