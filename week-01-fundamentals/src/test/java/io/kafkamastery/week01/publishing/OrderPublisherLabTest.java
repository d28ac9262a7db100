package io.kafkamastery.week01.publishing;

import static io.kafkamastery.week01.publishing.SampleOrders.numbered;
import static io.kafkamastery.week01.publishing.SampleOrders.ofSeveralCustomers;
import static io.kafkamastery.week01.publishing.SampleOrders.oversized;
import static io.kafkamastery.week01.publishing.SampleOrders.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

@Lab(id = "1.2", title = "First producer")
class OrderPublisherLabTest {

    /** The contract says one second; a busy machine gets more. */
    private static final Duration ARRIVAL = Duration.ofSeconds(5);

    private static final int MANY = 2_000;
    private static final int ENOUGH_PER_BATCH = 10;

    @Criterion(id = "a", value = "Writes each order as JSON in UTF-8 that reads back as the same order, to the cent")
    void writesJson(OrderPublisher lab, KafkaCluster kafka, Topic orders) {
        List<Order> awkward = SampleOrders.awkward();
        Session session = publishAndClose(lab, kafka, orders, awkward);
        Arrivals arrivals = Arrivals.in(kafka, orders);
        if (arrivals.count() > awkward.size()) {
            fail("%d orders became %d records; expected one for each.", awkward.size(), arrivals.count());
        }
        awkward.forEach(order -> OrderJson.check(arrivals.of(order, session).value(), order));
    }

    @Criterion(
            id = "b",
            value = "Keys each order by its customer, so that one customer's orders share a partition, in order")
    void keysByCustomer(OrderPublisher lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders) {
        List<Order> published = ofSeveralCustomers(200);
        Session session = publishAndClose(lab, kafka, orders, published);
        Arrivals arrivals = Arrivals.in(kafka, orders);
        published.forEach(order -> checkKey(arrivals.of(order, session), order));

        published.stream().collect(groupingBy(Order::customerId)).forEach((customer, theirs) -> {
            Set<Integer> partitions = partitions(arrivals, session, theirs);
            if (partitions.size() > 1) {
                fail("The orders of %s are in partitions %s; expected all of them in one.", customer, partitions);
            }
            checkOrder(arrivals, session, customer, theirs);
            checkChoice(customer, partitions.iterator().next(), orders.partitions());
        });
        Set<Integer> used = partitions(arrivals, session, published);
        if (used.size() == 1) {
            fail(
                    "All %d orders of 6 customers are in partition %s, though the topic has %d: let Kafka choose by the key.",
                    published.size(), used, orders.partitions());
        }
    }

    private static void checkKey(ConsumerRecord<byte[], byte[]> record, Order order) {
        if (record.key() == null) {
            fail("%s has no key; expected its customer, %s.", order.orderId(), order.customerId());
        }
        String key = new String(record.key(), UTF_8);
        if (!key.equals(order.customerId())) {
            fail("%s has the key [%s]; expected its customer, [%s].", order.orderId(), key, order.customerId());
        }
    }

    private static Set<Integer> partitions(Arrivals arrivals, Session session, List<Order> orders) {
        return orders.stream()
                .map(order -> arrivals.of(order, session).partition())
                .collect(toCollection(TreeSet::new));
    }

    /** Who chooses another one, of its own or with another partitioner, is alone with that in the whole company. */
    private static void checkChoice(String customer, int partition, int partitions) {
        int kafkas = Utils.toPositive(Utils.murmur2(customer.getBytes(UTF_8))) % partitions;
        if (partition != kafkas) {
            fail(
                    "The orders of %s are in partition %d of %d, where Kafka would not put this key: it chooses %d, and so does"
                            + " everybody else who writes for this customer. Leave the choice to Kafka.",
                    customer, partition, partitions, kafkas);
        }
    }

    private static void checkOrder(Arrivals arrivals, Session session, String customer, List<Order> theirs) {
        for (int i = 1; i < theirs.size(); i++) {
            Order first = theirs.get(i - 1);
            Order second = theirs.get(i);
            long firstOffset = arrivals.of(first, session).offset();
            long secondOffset = arrivals.of(second, session).offset();
            if (secondOffset < firstOffset) {
                fail(
                        "%s ordered %s and then %s, but they stand at offsets %d and %d: they overtook each other.",
                        customer, first.orderId(), second.orderId(), firstOffset, secondOffset);
            }
        }
    }

    @Criterion(id = "c", value = "Marks each order with the header content-type: application/json")
    void setsContentType(OrderPublisher lab, KafkaCluster kafka, Topic orders) {
        List<Order> published = numbered("order-", 5);
        Session session = publishAndClose(lab, kafka, orders, published);
        Arrivals arrivals = Arrivals.in(kafka, orders);
        for (Order order : published) {
            List<String> headers = texts(arrivals.of(order, session).headers());
            List<String> contentTypes = headers.stream()
                    .filter(header -> header.startsWith("content-type:"))
                    .toList();
            if (!contentTypes.equals(List.of("content-type: application/json"))) {
                fail(
                        "%s has %s; expected exactly one content-type, written in small letters, with the value"
                                + " application/json, byte for byte.",
                        order.orderId(), headers.isEmpty() ? "no header" : "the headers " + headers);
            }
        }
    }

    private static List<String> texts(Headers headers) {
        List<String> texts = new ArrayList<>();
        headers.forEach(h -> texts.add(h.key() + ": " + (h.value() == null ? null : new String(h.value(), UTF_8))));
        return texts;
    }

    @Criterion(id = "d", value = "Tells where the broker put each order, or why the order was refused")
    void tellsTheFate(
            OrderPublisher lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 4, settings = "max.message.bytes=20000") Topic orders) {
        Order first = plain("order-first", "customer-1");
        Order between = plain("order-between", "customer-2");
        Order last = plain("order-last", "customer-2");
        // More than the topic takes: the broker refuses it. More than a request takes: the producer itself does.
        Order tooLargeForTopic = oversized("order-of-60-kb", "customer-2", 60_000);
        Order tooLargeForRequest = oversized("order-of-2-mb", "customer-2", 2_000_000);
        Order late = plain("order-after-close", "customer-1");

        try (Session session = Session.open(lab, kafka, orders)) {
            session.publish(first);
            awaitFate(first, session, kafka, orders);
            session.publish(List.of(tooLargeForTopic, between, tooLargeForRequest, last));
            session.close();

            Arrivals arrivals = Arrivals.in(kafka, orders);
            List.of(tooLargeForTopic, tooLargeForRequest).forEach(order -> checkRefused(order, session, arrivals));
            List.of(first, between, last).forEach(order -> checkPlaced(order, session, arrivals));
            session.publish(late);
            checkLateOneIsRefused(late, session);
        }
    }

    /** Without a call to close(): an order must not need one to arrive. */
    private static void awaitFate(Order order, Session session, KafkaCluster kafka, Topic topic) {
        Await.within(ARRIVAL)
                .until(
                        "the stage of " + order.orderId() + " to be complete",
                        () -> session.isKnown(order),
                        () -> Arrivals.in(kafka, topic).has(order)
                                ? "it is not, though the order is in the topic: complete it in the callback of send()."
                                : "it is not, and the order has not arrived either: what keeps it?");
    }

    private static void checkPlaced(Order order, Session session, Arrivals arrivals) {
        arrivals.of(order, session);
        Placement place = session.placement(order)
                .orElseThrow(() ->
                        new AssertionError(order.orderId() + " is in the topic, but " + session.statement(order)));
        String there = arrivals.at(place);
        if (!there.equals(order.orderId())) {
            fail("%s is said to be at %s, but there is %s.", order.orderId(), place, there);
        }
    }

    private static void checkRefused(Order order, Session session, Arrivals arrivals) {
        if (arrivals.has(order)) {
            fail("%s is larger than the topic allows, but is in the topic: was it changed?", order.orderId());
        }
        Throwable refusal = session.refusal(order)
                .orElseThrow(() -> new AssertionError(order.orderId() + " was too large and is not in the topic, but "
                        + session.statement(order) + ". Expected its stage to fail with the reason."));
        for (Throwable reason = refusal; reason != null; reason = reason.getCause()) {
            if (reason instanceof RecordTooLargeException) {
                return;
            }
        }
        throw new AssertionError(
                order.orderId() + " was refused for another reason than its size, or the reason got lost: " + refusal
                        + ". Expected Kafka's RecordTooLargeException, itself or as a cause.",
                refusal);
    }

    private static void checkLateOneIsRefused(Order order, Session session) {
        Await.within(Duration.ofSeconds(2))
                .until(
                        "an order that comes after close() to be refused",
                        () -> session.isKnown(order),
                        () -> "its stage is not complete: whoever waits for it waits for ever");
        if (session.refusal(order).isEmpty()) {
            fail("%s came after close(), but %s.", order.orderId(), session.statement(order));
        }
    }

    @Criterion(id = "e", value = "Loses no accepted order when it is closed")
    void closesWithoutLoss(Supplier<OrderPublisher> lab, KafkaCluster kafka, Topic orders) {
        // Several times, since what is lost are the last few orders, and a slow machine may have sent even those.
        for (int round = 1; round <= 3; round++) {
            List<Order> published = numbered("order-" + round + "-", 1_000);
            try (Session session = Session.open(lab.get(), kafka, orders)) {
                session.publish(published);
                session.close();
                checkNoneIsOpen(published, session);
                checkNoneIsRefused(published, session);
                Arrivals arrivals = Arrivals.in(kafka, orders);
                published.forEach(order -> arrivals.of(order, session));
            }
        }
    }

    private static void checkNoneIsOpen(List<Order> published, Session session) {
        // From the last one on: nothing else is looked at before those that are most likely to be open.
        long open = 0;
        for (int i = published.size() - 1; i >= 0; i--) {
            open += session.isKnown(published.get(i)) ? 0 : 1;
        }
        if (open > 0) {
            fail("close() returned while the fate of %d of %d orders was not known.", open, published.size());
        }
    }

    private static void checkNoneIsRefused(List<Order> published, Session session) {
        List<Order> refused = published.stream()
                .filter(order -> session.refusal(order).isPresent())
                .toList();
        if (!refused.isEmpty()) {
            Throwable reason = session.refusal(refused.get(0)).orElseThrow();
            throw new AssertionError(
                    "close() gave up " + refused.size() + " of " + published.size()
                            + " orders that were still waiting: " + reason,
                    reason);
        }
    }

    @Criterion(id = "f", value = "Sends 2,000 orders in batches of at least ten on average")
    void sendsInBatches(OrderPublisher lab, KafkaCluster kafka, Topic orders) {
        ProducerMeter meter = ProducerMeter.startingNow();
        try (Session session = Session.open(lab, kafka, orders)) {
            List<Order> published = numbered("order-", MANY);
            for (int i = 0; i < MANY; i += 20) {
                session.publish(published.subList(i, i + 20));
                meter.checkProducerStaysOpen();
                meter.checkNotOneByOne(ENOUGH_PER_BATCH);
            }
            Await.within(Duration.ofSeconds(10))
                    .until(
                            "all " + MANY + " orders to be sent",
                            () -> {
                                meter.checkNotOneByOne(ENOUGH_PER_BATCH);
                                return meter.sent() >= MANY;
                            },
                            () -> "only " + meter.sent() + " were; of the last one "
                                    + session.statement(published.get(MANY - 1)));
            meter.checkBatches(ENOUGH_PER_BATCH);
        }
    }

    private static Session publishAndClose(
            OrderPublisher publisher, KafkaCluster kafka, Topic topic, List<Order> orders) {
        try (Session session = Session.open(publisher, kafka, topic)) {
            session.publish(orders);
            return session;
        }
    }
}
