package io.kafkamastery.week01.crew.starter;

import io.kafkamastery.week01.crew.CrewConsole;
import io.kafkamastery.week01.crew.OrderCrew;
import io.kafkamastery.week01.crew.OrderHandler;
import io.kafkamastery.week01.crew.Roster;
import java.time.Instant;
import java.util.Map;

/** Lab 1.6: yours to write. The contract, {@link OrderCrew}, says what each method has to do. */
public final class MyOrderCrew implements OrderCrew {

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        throw new UnsupportedOperationException("TODO 1.6.a: keep what every worker will need; nobody works yet");
    }

    @Override
    public void hire(String worker) {
        throw new UnsupportedOperationException(
                "TODO 1.6.a: start a thread with a consumer of its own, which joins the group and handles orders");
    }

    @Override
    public void dismiss(String worker) {
        throw new UnsupportedOperationException(
                "TODO 1.6.c: let the worker finish the order in hand, commit and close its consumer; wait for it");
    }

    @Override
    public Roster roster() {
        throw new UnsupportedOperationException(
                "TODO 1.6.b: tell which partitions each worker has, without touching its consumer from this thread");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("TODO 1.6.c: dismiss everybody who is on duty");
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        throw new UnsupportedOperationException(
                "TODO 1.6.e: ask the Admin client for the offsets at that time, and give them to the group");
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        throw new UnsupportedOperationException(
                "TODO 1.6.f: ask the Admin client for the committed offsets and for the end offsets");
    }

    /** Plays your crew against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        try (OrderCrew crew = new MyOrderCrew()) {
            new CrewConsole(crew, bootstrapServers, "loyalty", "orders").play();
        }
    }
}
