package io.kafkamastery.week01.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the test put into a topic, and where each of it stands. */
final class OrderBook {

    /**
     * A record that is no order.
     *
     * @param what is wrong with it, for messages
     */
    record NoOrder(String what, TopicPartition partition, long offset) {

        boolean isMeantBy(RejectedRecord rejected) {
            return rejected.topic().equals(partition.topic())
                    && rejected.partition() == partition.partition()
                    && rejected.offset() == offset;
        }

        @Override
        public String toString() {
            return partition + " at offset " + offset + " (" + what + ")";
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant OPENING = Instant.parse("2026-11-05T06:30:00.123456Z");
    private static final List<String> SHOPS = List.of("Zürich Bellevue", "København H", "東京駅", "Roma \"Termini\"");
    private static final List<String> ITEMS = List.of("flat white", "café crème", "cortado \\ decaf", "🥐");
    private static final long MORE_THAN_AN_INT_HOLDS = 3_000_000_000L;

    private static final Map<String, Object> AN_ORDER = new TreeMap<>(Map.of(
            "orderId", "order-x",
            "customerId", "customer-x",
            "shop", "Zürich Bellevue",
            "item", "flat white",
            "cents", 480,
            "placedAt", "2026-11-05T08:15:30Z"));

    private final KafkaCluster kafka;
    private final Topic topic;
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, RecordMetadata> placesById = new HashMap<>();

    OrderBook(KafkaCluster kafka, Topic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** Writes so many new orders to each of the topic's partitions. Returns them. */
    List<Order> writeOrders(int perPartition) {
        List<Order> added = new ArrayList<>();
        List<Seed> seeds = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            for (int i = 0; i < perPartition; i++) {
                Order order = order(orders.size() + added.size());
                added.add(order);
                seeds.add(Seed.of(order.customerId(), json(order)).partition(partition));
            }
        }
        List<RecordMetadata> written = TopicWriter.of(kafka, topic.name()).write(seeds);
        IntStream.range(0, added.size())
                .forEach(i -> placesById.put(added.get(i).orderId(), written.get(i)));
        orders.addAll(added);
        return List.copyOf(added);
    }

    /** Writes values that are no orders, by what is wrong with them, to each of the topic's partitions. */
    List<NoOrder> writeNoOrders(Map<String, byte[]> values) {
        List<String> flaws = new ArrayList<>();
        List<Seed> seeds = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            for (Map.Entry<String, byte[]> value : values.entrySet()) {
                flaws.add(value.getKey());
                seeds.add(Seed.of(null, value.getValue()).partition(partition));
            }
        }
        List<RecordMetadata> written = TopicWriter.of(kafka, topic.name()).write(seeds);
        return IntStream.range(0, flaws.size())
                .mapToObj(i -> new NoOrder(
                        flaws.get(i),
                        topic.partition(written.get(i).partition()),
                        written.get(i).offset()))
                .toList();
    }

    /** Values that are no orders, by what is wrong with them. */
    static Map<String, byte[]> everythingButOrders() {
        Map<String, byte[]> values = new LinkedHashMap<>();
        values.put("no JSON", "two flat whites, please".getBytes(UTF_8));
        values.put("JSON that breaks off", "{\"orderId\":\"order-".getBytes(UTF_8));
        values.put("no text at all", new byte[] {(byte) 0xFF, 0, (byte) 0xC3, 7});
        values.put("an empty value", new byte[0]);
        values.put("no value", null);
        values.put("the JSON null", "null".getBytes(UTF_8));
        values.put("a list", "[]".getBytes(UTF_8));
        AN_ORDER.keySet().forEach(field -> values.put("an order without " + field, orderWithout(field)));
        return values;
    }

    private static byte[] orderWithout(String field) {
        Map<String, Object> order = new LinkedHashMap<>(AN_ORDER);
        order.remove(field);
        return json(order).getBytes(UTF_8);
    }

    /** All orders, in the order in which they were written. */
    List<Order> orders() {
        return List.copyOf(orders);
    }

    /** The ids of one partition's orders among these, in the order given. */
    List<String> idsIn(TopicPartition partition, Collection<Order> some) {
        return some.stream()
                .filter(order -> partitionOf(order).equals(partition))
                .map(Order::orderId)
                .toList();
    }

    Order orderAsWritten(String orderId) {
        return orders.stream()
                .filter(order -> order.orderId().equals(orderId))
                .findFirst()
                .orElseThrow();
    }

    /** Where the order with this one's id stands. */
    TopicPartition partitionOf(Order order) {
        return topic.partition(placeOf(order).partition());
    }

    /** Where the order with this one's id stands. */
    long offsetOf(Order order) {
        return placeOf(order).offset();
    }

    private RecordMetadata placeOf(Order order) {
        RecordMetadata place = placesById.get(order.orderId());
        if (place == null) {
            throw new AssertionError(
                    "The handler was given an order with the id '" + order.orderId() + "', which nobody has written");
        }
        return place;
    }

    /** Each is placed before the one with the number before it: the clocks of the tills are no measure of the order. */
    private static Order order(int number) {
        return new Order(
                "order-" + number,
                "customer-" + number % 7,
                SHOPS.get(number % SHOPS.size()),
                ITEMS.get(number % ITEMS.size()),
                number == 0 ? MORE_THAN_AN_INT_HOLDS : 250 + number,
                OPENING.minusSeconds(number));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
