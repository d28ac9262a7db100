package io.kafkamastery.week01.clinic.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.clinic.Clinic;
import io.kafkamastery.week01.clinic.SizeLimits;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

@Alternative(
        "Deletes the group's offsets, takes one record at a time, reads raw bytes, and asks a producer for metadata")
final class ForgetsAndStartsOver implements Clinic {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        try (Admin admin = Admin.create(settings)) {
            admin.deleteConsumerGroups(List.of((String) settings.get("group.id")))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> mended = new HashMap<>(settings);
        mended.put("auto.offset.reset", "earliest");
        return mended;
    }

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        Map<String, Object> mended = new HashMap<>(settings);
        mended.put("max.poll.records", "1");
        mended.put("max.poll.interval.ms", String.valueOf(noticedWithin.toMillis()));
        mended.put("session.timeout.ms", "10000");
        return mended;
    }

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(settings)) {
            ConfigEntry limit = admin.describeConfigs(Set.of(resource))
                    .values()
                    .get(resource)
                    .get()
                    .get("max.message.bytes");
            int before = Integer.parseInt(limit.value());
            if (before < 2 * largestOrderBytes) {
                var more = new ConfigEntry(limit.name(), Integer.toString(2 * largestOrderBytes));
                admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(more, OpType.SET))))
                        .all()
                        .get();
            }
            int producers = (int) settings.getOrDefault("max.request.size", 1 << 20);
            Map<String, Object> mended = new HashMap<>(settings);
            mended.put("max.request.size", Math.max(producers, 3 * largestOrderBytes));
            mended.put("compression.type", "gzip");
            return new SizeLimits(producers, before, mended);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        Map<String, Object> raw = new HashMap<>(settings);
        raw.put("key.deserializer", ByteArrayDeserializer.class);
        raw.put("value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(raw);
                Deserializer<?> deserializer = create(settings.get("value.deserializer"))) {
            for (var info : consumer.partitionsFor(topic)) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                consumer.assign(Set.of(partition));
                long end = consumer.endOffsets(Set.of(partition)).get(partition);
                if (consumer.position(partition) >= end) {
                    continue;
                }
                ConsumerRecord<byte[], byte[]> first = first(consumer);
                try {
                    deserializer.deserialize(topic, first.value());
                } catch (SerializationException found) {
                    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(first.offset() + 1)));
                    return new UnreadableRecord(partition, first.offset(), first.value());
                }
            }
        }
        throw new IllegalStateException("no unreadable record in " + topic);
    }

    private static ConsumerRecord<byte[], byte[]> first(KafkaConsumer<byte[], byte[]> consumer) {
        while (true) {
            var records = consumer.poll(Duration.ofSeconds(1));
            if (!records.isEmpty()) {
                return records.iterator().next();
            }
        }
    }

    private static Deserializer<?> create(Object className) {
        try {
            return (Deserializer<?>)
                    Class.forName((String) className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            Node node = producer.partitionsFor(topic).get(0).leader();
            return new WrongAddress(node.host() + ":" + node.port(), (String) settings.get("bootstrap.servers"));
        }
    }
}
