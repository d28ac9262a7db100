package io.kafkamastery.week01.dials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer with one of the lab's profiles, and what the lab's {@code deliver} makes of the orders sent with it. */
final class Till implements AutoCloseable {

    /** The shortest delivery timeout of the contract. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final int LONG = 40;

    /** What a busy machine may take on top of a delivery timeout. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A producer waits up to a fifth longer before it tries again than its settings say. */
    private static final double MOST_JITTER = 1.2;

    /** What a broker may take to refuse an order, on average. */
    private static final int REFUSAL_MILLIS = 10;

    private final ProducerProfiles lab;
    private final String profile;
    private final Duration deliveryTimeout;
    private final Producer<String, String> producer;

    private Till(ProducerProfiles lab, String profile, Duration deliveryTimeout, Producer<String, String> producer) {
        this.lab = lab;
        this.profile = profile;
        this.deliveryTimeout = deliveryTimeout;
        this.producer = producer;
    }

    /**
     * @param profile the name of the lab's method, for messages
     * @param dials the lab's method
     */
    static Till open(
            ProducerProfiles lab,
            String profile,
            Function<Duration, Map<String, Object>> dials,
            Duration deliveryTimeout,
            KafkaCluster kafka) {
        return new Till(lab, profile, deliveryTimeout, producer(profile, dials, deliveryTimeout, kafka));
    }

    /**
     * A producer with the profile for this delivery timeout, of which there could be one for the shortest as well.
     *
     * @param profile the name of the lab's method, for messages
     * @param dials the lab's method
     */
    static Producer<String, String> producer(
            String profile,
            Function<Duration, Map<String, Object>> dials,
            Duration deliveryTimeout,
            KafkaCluster kafka) {
        producer(profile, dials.apply(SHORTEST), SHORTEST, kafka).close(Duration.ZERO);
        return producer(profile, dials.apply(deliveryTimeout), deliveryTimeout, kafka);
    }

    private static Producer<String, String> producer(
            String profile, Map<String, Object> dials, Duration deliveryTimeout, KafkaCluster kafka) {
        assertThat(dials).as("the settings that %s returns", profile).isNotNull();
        Map<String, Object> settings = settings(dials, kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "till-" + profile);
        try {
            Producer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            failIfItTriesForAnotherTime(profile, settings, deliveryTimeout, producer);
            return producer;
        } catch (KafkaException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new AssertionError(
                    "No producer can be built with the settings of " + profile + ", " + dials
                            + ", for a delivery timeout of " + deliveryTimeout.toMillis() + " ms: "
                            + reason.getMessage(),
                    e);
        }
    }

    /** With most profiles nobody would notice in a test that ends well; the producer knows it from the start. */
    private static void failIfItTriesForAnotherTime(
            String profile, Map<String, Object> settings, Duration deliveryTimeout, Producer<?, ?> producer) {
        int millis = complete(settings).getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        if (millis < deliveryTimeout.toMillis() / 2 || millis > deliveryTimeout.toMillis() * 5 / 4) {
            producer.close(Duration.ZERO);
            throw new AssertionError("With the profile " + profile + " and a delivery timeout of "
                    + deliveryTimeout.toMillis() + " ms, a producer gives up on an order after " + millis + " ms.");
        }
    }

    private static Map<String, Object> settings(Map<String, Object> dials, KafkaCluster kafka) {
        Map<String, Object> settings = new HashMap<>(dials);
        settings.putAll(kafka.clientConfig());
        return settings;
    }

    /** The settings as a producer with them understands them, its defaults included. */
    private static ProducerConfig complete(Map<String, Object> settings) {
        Map<String, Object> complete = new HashMap<>(settings);
        complete.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        complete.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        return new ProducerConfig(complete);
    }

    /** An answer that is lost on its way is rare, and what it leads to is not: so ask the producer what it would do. */
    static void failUnlessIdempotent(String profile, Map<String, Object> dials, KafkaCluster kafka) {
        ProducerConfig complete = complete(settings(dials, kafka));
        boolean triesAgain = complete.getInt(ProducerConfig.RETRIES_CONFIG) > 0; // if not, that is what there is to say
        if (triesAgain && !complete.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)) {
            throw new AssertionError("With the profile " + profile + ", " + dials
                    + ", a producer is not idempotent: an order whose answer is lost on the way back is tried again,"
                    + " and then stands in the topic twice.");
        }
    }

    /**
     * In a test one outage ends soon, and what is tried ten times outlasts it. So work out how long a producer goes on that is
     * refused at once each time, at the longest.
     */
    static void failIfRetriesEndBeforeTime(
            String profile, Map<String, Object> dials, Duration deliveryTimeout, KafkaCluster kafka) {
        ProducerConfig complete = complete(settings(dials, kafka));
        int retries = complete.getInt(ProducerConfig.RETRIES_CONFIG);
        long limit = Math.min(deliveryTimeout.toMillis(), complete.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
        double longest = complete.getLong(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG);
        double backoff = complete.getLong(ProducerConfig.RETRY_BACKOFF_MS_CONFIG);
        double total = 0;
        for (int i = 0; i < retries && total < limit; i++) {
            total += Math.min(backoff, longest) * MOST_JITTER + REFUSAL_MILLIS;
            backoff *= 2;
        }
        if (retries > 0 && total < limit) { // without any, the outage shows it
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "With the profile %s and a delivery timeout of %d ms, a producer tries again %d times. While brokers"
                            + " refuse an order, those are over after %.1f s at most, and the producer gives up on it"
                            + " before the delivery timeout is over.",
                    profile,
                    deliveryTimeout.toMillis(),
                    retries,
                    total / 1_000));
        }
    }

    /** Delivers the orders, and sees to it that the lab accounts for each of them and in time. */
    List<Delivery> deliver(Topic topic, List<String> orders) {
        try (Sending sending = startDelivering(topic, orders)) {
            return sending.deliveries(deliveryTimeout);
        }
    }

    Sending startDelivering(Topic topic, List<String> orders) {
        return new Sending(topic, orders);
    }

    String profile() {
        return profile;
    }

    /** An order, or the beginning of a long one, for messages. */
    static String shortened(String order) {
        return order.length() <= LONG ? order : order.substring(0, LONG) + "… (" + order.length() + " characters)";
    }

    /** How many orders the producer has sent once more. */
    double retries() {
        return ProducerMetric.valueOf("record-retry-total", producer);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO); // what still waits was given up on by the test as well
    }

    /** The lab's {@code deliver} at work. */
    final class Sending implements AutoCloseable {

        private final List<String> orders;
        private final AtomicReference<List<Delivery>> deliveries = new AtomicReference<>();
        private final Background work;

        private Sending(Topic topic, List<String> orders) {
            this.orders = orders;
            this.work = Background.start(
                    "deliver with " + profile, () -> deliveries.set(lab.deliver(producer, topic.name(), orders)));
        }

        boolean isOver() {
            return !work.isRunning();
        }

        Background work() {
            return work;
        }

        List<Delivery> deliveries(Duration limit) {
            work.awaitNormalEnd(
                    limit.plus(GRACE),
                    "deliver() with the profile " + profile + " and a delivery timeout of " + deliveryTimeout.toMillis()
                            + " ms should return what became of the orders in about that time");
            List<Delivery> found = deliveries.get();
            assertThat(found).as("what deliver() returns").isNotNull();
            assertThat(found.stream().map(Delivery::order).map(Till::shortened).toList())
                    .as("orders that deliver() accounts for with the profile %s, in the sequence given", profile)
                    .isEqualTo(orders.stream().map(Till::shortened).toList());
            return found;
        }

        @Override
        public void close() {
            work.close();
        }
    }
}
