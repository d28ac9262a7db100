package io.kafkamastery.week02.delivery;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.probe.Position;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** The orders that a branch's customers have placed, in this sequence, and where they stand in the topic. */
final class PlacedOrders {

    private static final int CUSTOMERS = 7;

    private final TopicWriter topic;
    private final Map<String, Order> placed = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();

    PlacedOrders(TopicWriter topic) {
        this.topic = topic;
    }

    /** Places so many new orders; returns their ids. */
    List<String> place(int count) {
        List<Order> orders = new ArrayList<>();
        for (int number = placed.size() + 1; orders.size() < count; number++) {
            orders.add(order("order-" + number, "customer-" + number % CUSTOMERS));
        }
        write(orders, orders.stream().map(PlacedOrders::seed).toList());
        return ids(orders);
    }

    /** Places an order in each partition, whatever its customer; returns their ids. */
    List<String> placeOneInEach(String when, int partitions) {
        List<Order> orders = new ArrayList<>();
        List<Seed> seeds = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            Order order = order(when + "-order-" + partition, "customer-of-" + partition);
            orders.add(order);
            seeds.add(seed(order).partition(partition));
        }
        write(orders, seeds);
        return ids(orders);
    }

    /** Places an order in the partition of another one; returns its id. */
    String placeAfter(String orderId) {
        Order order = order("late-order", "late-customer");
        write(
                List.of(order),
                List.of(seed(order).partition(placeOf(orderId).partition().partition())));
        return order.orderId();
    }

    /** Writes every order once more, to wherever its key leads now. */
    void sendAllAgain() {
        List<Order> orders = List.copyOf(placed.values());
        write(orders, orders.stream().map(PlacedOrders::seed).toList());
    }

    /** In the sequence in which they were placed. */
    List<String> ids() {
        return List.copyOf(placed.keySet());
    }

    /** Where the order was written last. */
    Position placeOf(String orderId) {
        return places.get(orderId);
    }

    String customerOf(String orderId) {
        return placed.get(orderId).customerId();
    }

    private void write(List<Order> orders, List<Seed> seeds) {
        List<RecordMetadata> written = topic.write(seeds);
        for (int i = 0; i < orders.size(); i++) {
            RecordMetadata place = written.get(i);
            placed.put(orders.get(i).orderId(), orders.get(i));
            places.put(
                    orders.get(i).orderId(),
                    new Position(new TopicPartition(place.topic(), place.partition()), place.offset()));
        }
    }

    private static Order order(String id, String customer) {
        return new Order(id, customer, "Bern Bahnhof", "flat white", 480, Instant.parse("2026-11-05T08:15:30Z"));
    }

    private static Seed seed(Order order) {
        return Seed.of(order.customerId(), OrderJson.write(order));
    }

    private static List<String> ids(List<Order> orders) {
        return orders.stream().map(Order::orderId).toList();
    }
}
