package io.kafkamastery.week02.scaling.starter;

import io.kafkamastery.week02.scaling.ClusterGrower;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.Set;

/** Lab 2.8: yours to write. The contract, {@link ClusterGrower}, says what each method has to do. */
public final class MyClusterGrower implements ClusterGrower {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        throw new UnsupportedOperationException(
                "TODO 2.8.a: plan where each replica goes, set the throttle (2.8.c), and ask the Admin client for the move");
    }

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        throw new UnsupportedOperationException(
                "TODO 2.8.e: find all replicas of that broker, internal topics included, and a new home for each");
    }

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        throw new UnsupportedOperationException(
                "TODO 2.8.a: wait until nothing is moving, take the throttle away (2.8.c), elect the preferred leaders");
    }

    @Override
    public void cancel(String bootstrapServers, Move move) {
        throw new UnsupportedOperationException("TODO 2.8.d: cancel what is still moving, and take the throttle away");
    }

    /**
     * Moves replicas on a cluster of your own, at 1 MB a second: {@code localhost:9092}, or the first argument. After that
     * comes {@code spread} with a topic ({@code orders} if there is none), or {@code drain} with the id of a broker.
     */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        boolean draining = args.length > 1 && args[1].equals("drain");
        ClusterGrower grower = new MyClusterGrower();

        Move move = draining
                ? grower.startDraining(bootstrapServers, Integer.parseInt(args[2]), 1_000_000)
                : grower.startSpreading(bootstrapServers, Set.of(args.length > 2 ? args[2] : "orders"), 1_000_000);
        move.replicas().forEach((partition, replicas) -> System.out.println(partition + " goes to " + replicas));
        grower.finish(bootstrapServers, move, Duration.ofMinutes(5));
        System.out.println("Done.");
    }
}
