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
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

@Alternative("Becomes a member of the group for a moment, in the consumer protocol, and lists topics for metadata")
final class JoinsTheGroup implements Clinic {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        Map<String, Object> mended = with(settings, "auto.offset.reset", "earliest");
        mended.put("group.protocol", "consumer");
        try (Consumer<Object, Object> consumer = new KafkaConsumer<>(mended)) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(A_MOMENT);
            }
            Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
            consumer.beginningOffsets(consumer.assignment())
                    .forEach((partition, offset) -> beginnings.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(beginnings);
        }
        return mended;
    }

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return with(with(settings, "max.poll.records", 1), "max.poll.interval.ms", "" + noticedWithin.toMillis() / 2);
    }

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        int needed = largestOrderBytes + 200;
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.get("bootstrap.servers")))) {
            int topicBytes = Integer.parseInt(admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("max.message.bytes")
                    .value());
            var set = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", "" + Math.max(topicBytes, needed)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, Set.of(set))).all().get();
            Object own = settings.get("max.request.size");
            int producerBytes = own == null ? 1_048_576 : Integer.parseInt(own.toString());
            return new SizeLimits(
                    producerBytes,
                    topicBytes,
                    with(settings, "max.request.size", "" + Math.max(needed, producerBytes)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        try (Consumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            while (true) {
                try {
                    consumer.poll(A_MOMENT);
                } catch (RecordDeserializationException e) {
                    consumer.commitSync(Map.of(e.topicPartition(), new OffsetAndMetadata(e.offset() + 1)));
                    byte[] value = new byte[e.valueBuffer().remaining()];
                    e.valueBuffer().duplicate().get(value);
                    return new UnreadableRecord(e.topicPartition(), e.offset(), value);
                }
            }
        }
    }

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        String bootstrap = settings.get("bootstrap.servers").toString();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer())) {
            Node node =
                    consumer.listTopics(Duration.ofSeconds(9)).get(topic).get(0).leader();
            return new WrongAddress(
                    node.host() + ":" + node.port(), "localhost:" + bootstrap.split(":")[1]);
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
