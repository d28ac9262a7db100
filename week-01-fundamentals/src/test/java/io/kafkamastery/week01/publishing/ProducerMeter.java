package io.kafkamastery.week01.publishing;

import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.probe.Await;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Reads from the producers of this JVM what they have sent since the meter was made, and in what batches. A producer's
 * metrics are MBeans as long as it is open. Meant for a topic with one partition: a request then carries one batch.
 */
final class ProducerMeter {

    private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();

    private static final int A_FEW = 10;
    private static final int ENOUGH_TO_JUDGE = 200;

    /** What producers that an earlier criterion left open have sent already, by client id. */
    private final Map<String, Double> before = new HashMap<>();

    private ProducerMeter() {}

    static ProducerMeter startingNow() {
        ProducerMeter meter = new ProducerMeter();
        meter.open().forEach(reading -> meter.before.put(reading.clientId(), reading.sent()));
        return meter;
    }

    /** How many records the open producers have handed to the network, repetitions included. */
    long sent() {
        return (long) open().stream().mapToDouble(Reading::sent).sum();
    }

    /** @throws AssertionError if no producer is open, or one for nearly every record */
    void checkProducerStaysOpen() {
        Await.within(Duration.ofSeconds(3))
                .until(
                        "a producer to be found open between two orders",
                        () -> !open().isEmpty(),
                        () -> "there is none: a producer for each order cannot gather orders into batches.");
        int producers = open().size();
        if (producers > A_FEW) {
            throw new AssertionError(producers + " producers are open at once; one is enough for all orders.");
        }
    }

    /**
     * Judges as soon as there is something to judge: one at a time, all orders would take long.
     *
     * @throws AssertionError if most of the records sent so far have travelled alone
     */
    void checkNotOneByOne(int expectedPerBatch) {
        if (sent() >= ENOUGH_TO_JUDGE && perBatch() < 2) {
            throw inWords(expectedPerBatch);
        }
    }

    /** @throws AssertionError if batches held fewer records on average */
    void checkBatches(int expectedPerBatch) {
        if (!(perBatch() >= expectedPerBatch)) {
            throw inWords(expectedPerBatch);
        }
    }

    private AssertionError inWords(int expectedPerBatch) {
        return new AssertionError(String.format(
                Locale.ROOT,
                "The first %d orders travelled %.1f to a batch (records-per-request-avg), in batches of %.0f bytes"
                        + " (batch-size-avg). Expected %d or more: what keeps an order from travelling with the next"
                        + " ones?",
                sent(),
                perBatch(),
                batchBytes(),
                expectedPerBatch));
    }

    private double perBatch() {
        return sent() / batches();
    }

    private double batchBytes() {
        return open().stream()
                        .filter(reading -> reading.sent() > 0)
                        .mapToDouble(reading -> reading.batches() * reading.batchBytes())
                        .sum()
                / batches();
    }

    private double batches() {
        return open().stream().mapToDouble(Reading::batches).sum();
    }

    private List<Reading> open() {
        try {
            return MBEANS.queryNames(new ObjectName("kafka.producer:type=producer-metrics,client-id=*"), null).stream()
                    .filter(name -> !clientId(name).startsWith(KitAdmin.CLIENT_ID_PREFIX))
                    .flatMap(name -> read(name).stream())
                    .filter(this::isNew)
                    .toList();
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A producer with a client id that was known before is a new one if it has sent less than the old one. */
    private boolean isNew(Reading reading) {
        boolean isNew = reading.sent() < before.getOrDefault(reading.clientId(), Double.MAX_VALUE);
        if (isNew) {
            before.remove(reading.clientId());
        }
        return isNew;
    }

    private static String clientId(ObjectName name) {
        return name.getKeyProperty("client-id");
    }

    /** Nothing if the producer is being closed at this moment. */
    private static Optional<Reading> read(ObjectName name) {
        try {
            return Optional.of(new Reading(
                    clientId(name),
                    (double) MBEANS.getAttribute(name, "record-send-total"),
                    (double) MBEANS.getAttribute(name, "records-per-request-avg"),
                    (double) MBEANS.getAttribute(name, "batch-size-avg")));
        } catch (JMException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * What one producer says about itself.
     *
     * @param sent {@code record-send-total}
     * @param perBatch {@code records-per-request-avg}, not a number before the first
     * @param batchBytes {@code batch-size-avg}, not a number before the first
     */
    private record Reading(String clientId, double sent, double perBatch, double batchBytes) {

        double batches() {
            return sent == 0 ? 0 : sent / perBatch;
        }
    }
}
