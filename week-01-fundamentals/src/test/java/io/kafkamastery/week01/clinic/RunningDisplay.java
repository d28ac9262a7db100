package io.kafkamastery.week01.clinic;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.week01.clinic.patients.KitchenDisplay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A kitchen display at work, and what it has shown so far. */
final class RunningDisplay implements AutoCloseable {

    /** A member of the consumer protocol may wait for its partitions for five seconds, from one heartbeat to the next. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final KitchenDisplay display;
    private final Background thread;

    private RunningDisplay(Map<String, Object> settings, Topic topic, Consumer<Order> kitchen) {
        display = new KitchenDisplay(settings, topic.name(), order -> {
            shown.add(order.orderId());
            kitchen.accept(order);
        });
        thread = Background.start("the display", display::run);
    }

    static RunningDisplay start(Map<String, Object> settings, Topic topic) {
        return start(settings, topic, order -> {});
    }

    /** @param kitchen takes the time for each order that it needs */
    static RunningDisplay start(Map<String, Object> settings, Topic topic, Consumer<Order> kitchen) {
        return new RunningDisplay(settings, topic, kitchen);
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    int timesThrownOut() {
        return display.timesThrownOut();
    }

    /** Waits while it runs; the message of a failure says what it has shown. */
    void await(String expected, Callable<Boolean> condition) {
        Await.within(LIMIT).until(expected, condition, () -> "the display has shown " + shown, thread);
    }

    /** Waits until it has died, and tells of what. */
    Throwable awaitDeath() {
        thread.awaitEnd(LIMIT, "A display that meets a record it cannot read should die");
        return thread.failure()
                .orElseThrow(() -> new AssertionError("A display that meets a record it cannot read should die of it"));
    }

    /** Stops it, and returns when it has left its group. */
    @Override
    public void close() {
        display.stop();
        thread.awaitEnd(LIMIT, "A display that is told to stop should end");
        thread.close();
    }
}
