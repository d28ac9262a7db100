package io.kafkamastery.week01.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.GroupProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** A display whose kitchen takes its time, or hangs; with settings that are said to be good for both. */
final class SlowKitchen {

    private final KafkaCluster kafka;
    private final Map<String, Object> settings;
    private final Topic topic;
    private final GroupProbe group;

    SlowKitchen(KafkaCluster kafka, Map<String, Object> settings, Topic topic) {
        this.kafka = kafka;
        this.settings = settings;
        this.topic = topic;
        this.group = GroupProbe.of(kafka, Patients.group(settings));
    }

    /** Lets so many orders pile up, and has the kitchen cook them all. */
    void assertComesThrough(Duration perOrder, int orders) throws Exception {
        Orders.write(kafka, topic, 1, orders);
        CountDownLatch closingTime = new CountDownLatch(1);
        try (RunningDisplay display = RunningDisplay.start(settings, topic, order -> work(perOrder, closingTime));
                AutoCloseable end = closingTime::countDown) {
            display.await(
                    "a kitchen that takes %d ms for an order to come through %d of them"
                            .formatted(perOrder.toMillis(), orders),
                    () -> display.timesThrownOut() > 0
                            || group.committed(topic.partition(0)).orElse(0) == orders);
            List<String> shown = display.shown();
            if (display.timesThrownOut() > 0) {
                fail(
                        "A kitchen takes %d ms for an order, and %d orders had piled up. With the mended settings its display"
                                        .formatted(perOrder.toMillis(), orders)
                                + " was thrown out of the group after %d orders: the next poll() came too late."
                                        .formatted(shown.size()));
            }
            assertThat(shown)
                    .as("the orders that a slow kitchen is shown, each once")
                    .isEqualTo(Orders.ids(1, orders));
        }
    }

    /** The kitchen's work. Nobody waits for it after closing time. */
    private static void work(Duration time, CountDownLatch closingTime) {
        try {
            closingTime.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void assertIsNoticedWhenItHangs(Duration noticedWithin) throws Exception {
        Orders.write(kafka, topic, 1, 1);
        CountDownLatch fireAlarm = new CountDownLatch(1);
        try (RunningDisplay display = RunningDisplay.start(settings, topic, order -> hang(fireAlarm));
                AutoCloseable endOfTheHang = fireAlarm::countDown) {
            display.await(
                    "the display to show the order that the kitchen hangs in",
                    () -> !display.shown().isEmpty());
            // On a busy machine a bit more than the time that was asked for.
            Await.within(noticedWithin.plusSeconds(2))
                    .until(
                            "a kitchen that hangs to be out of its group (%d s were asked for)"
                                    .formatted(noticedWithin.toSeconds()),
                            () -> group.members().isEmpty(),
                            () -> "it is a member still, and nobody else gets its orders");
        }
    }

    private static void hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same for times too long to be waited for: whether these settings would do. */
    static void assertWouldDo(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        ConsumerConfig consumer = Attempt.to(
                "The mended settings should be ones that a consumer takes", () -> new ConsumerConfig(settings));
        int orders = consumer.getInt(ConsumerConfig.MAX_POLL_RECORDS_CONFIG);
        long interval = consumer.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG);
        String kitchen = "Another kitchen takes %d ms for an order and has to be noticed within %d ms when it hangs."
                        .formatted(perOrder.toMillis(), noticedWithin.toMillis())
                + " For it, isThrownOut returned max.poll.records=%d and max.poll.interval.ms=%d (or left them at that)."
                        .formatted(orders, interval);
        long busy = orders * perOrder.toMillis();
        if (busy >= interval) {
            fail(kitchen + " So it would be thrown out: the orders of one poll() take %d ms.".formatted(busy));
        }
        if (interval > noticedWithin.toMillis()) {
            fail(kitchen + " So when it hangs, it would stay in the group for too long.");
        }
    }
}
