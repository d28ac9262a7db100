package io.kafkamastery.week01.dials;

import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * What it took to send many orders with a producer, by the producer's own metrics.
 *
 * @param orders how many were sent
 * @param requests how many produce requests they took
 * @param bytes how many bytes went out on the network for them
 */
record Freight(int orders, long requests, long bytes) {

    private static final Duration LIMIT = Duration.ofSeconds(50);

    /**
     * Sends the orders as fast as the producer takes them.
     *
     * @throws AssertionError if an order is not confirmed
     */
    static Freight of(List<String> orders, Producer<String, String> producer, Topic topic) {
        return within(Long.MAX_VALUE, orders, producer, topic);
    }

    /**
     * The same, but stops before the end once the orders have taken too many requests.
     *
     * @throws AssertionError if they have, or if an order is not confirmed
     */
    static Freight within(long mostRequests, List<String> orders, Producer<String, String> producer, Topic topic) {
        producer.partitionsFor(topic.name()); // the questions that a producer asks at its start are no freight
        double bytesBefore = ProducerMetric.valueOf("outgoing-byte-total", producer);
        List<Future<RecordMetadata>> sent = new ArrayList<>(orders.size());
        for (String order : orders) {
            sent.add(producer.send(new ProducerRecord<>(topic.name(), order)));
        }
        try (Background flush = Background.start("flush", producer::flush)) {
            Await.within(LIMIT)
                    .until(
                            orders.size() + " orders to be sent",
                            () -> !flush.isRunning() || ProducerMetric.produceRequests(producer) > mostRequests,
                            () -> sent.stream().filter(Future::isDone).count() + " were",
                            flush);
        }
        long requests = ProducerMetric.produceRequests(producer);
        if (requests > mostRequests) {
            throw new AssertionError("One at a time, " + orders.size() + " orders take " + orders.size()
                    + " produce requests. With the profile highThroughput they should take " + mostRequests
                    + " at most, but after " + requests + " requests it was not even done: on average, "
                    + text(ProducerMetric.valueOf("records-per-request-avg", producer))
                    + " orders travelled together.");
        }
        sent.forEach(Freight::failUnlessConfirmed);
        return new Freight(
                orders.size(),
                requests,
                Math.round(ProducerMetric.valueOf("outgoing-byte-total", producer) - bytesBefore));
    }

    private static void failUnlessConfirmed(Future<RecordMetadata> sent) {
        try {
            if (!sent.get().hasOffset()) {
                throw new AssertionError("With the profile highThroughput every order should be confirmed at least by"
                        + " the leader, but the producer asks for no confirmation.");
            }
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "With the profile highThroughput every order should arrive, but one failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for confirmations", e);
        }
    }

    /** How many orders travelled in one request, on average. */
    double ordersPerRequest() {
        return (double) orders / requests;
    }

    static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
