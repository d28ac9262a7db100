package io.kafkamastery.week01.publishing;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What stands in a topic, by order. Orders are found by their ids, whatever else the values look like: whether those are
 * JSON is one criterion's business, and no reason for the others to fail.
 */
final class Arrivals {

    private static final Pattern ORDER_ID = Pattern.compile("order-[A-Za-z0-9-]+");

    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final Map<String, ConsumerRecord<byte[], byte[]>> byOrderId = new LinkedHashMap<>();

    private Arrivals(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = records;
        records.forEach(record -> orderId(record).ifPresent(id -> byOrderId.put(id, record)));
    }

    /** All that is readable now. */
    static Arrivals in(KafkaCluster kafka, Topic topic) {
        return new Arrivals(TopicProbe.of(kafka, topic.name()).records());
    }

    int count() {
        return records.size();
    }

    boolean has(Order order) {
        return byOrderId.containsKey(order.orderId());
    }

    /** @throws AssertionError if the order is not in the topic, with what its publisher says about it */
    ConsumerRecord<byte[], byte[]> of(Order order, Session session) {
        ConsumerRecord<byte[], byte[]> record = byOrderId.get(order.orderId());
        if (record == null) {
            throw new AssertionError(order.orderId() + " is not in the topic after close(); " + session.statement(order)
                    + ". " + inTheTopic());
        }
        return record;
    }

    /** The id of the order that stands at a place, or what stands there instead. */
    String at(Placement place) {
        return records.stream()
                .filter(record -> record.partition() == place.partition() && record.offset() == place.offset())
                .findFirst()
                .map(record -> orderId(record).orElse("a record that names no order"))
                .orElse("nothing");
    }

    private String inTheTopic() {
        return records.isEmpty()
                ? "The topic is empty."
                : "The topic holds " + records.size() + " records, naming " + byOrderId.size() + " orders.";
    }

    private static Optional<String> orderId(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        Matcher id = ORDER_ID.matcher(new String(record.value(), StandardCharsets.UTF_8));
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }
}
