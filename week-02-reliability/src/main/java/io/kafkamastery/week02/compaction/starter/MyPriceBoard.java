package io.kafkamastery.week02.compaction.starter;

import io.kafkamastery.week02.compaction.PriceBoard;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import io.kafkamastery.week02.compaction.PriceChange.Removed;
import io.kafkamastery.week02.compaction.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lab 2.5: yours to write. The contract, {@link PriceBoard}, says what each method has to do. */
public final class MyPriceBoard implements PriceBoard {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        throw new UnsupportedOperationException(
                "TODO 2.5.a: create a compacted topic; 2.5.d asks when its log is compacted, 2.5.b for how long tombstones stay");
    }

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        throw new UnsupportedOperationException("TODO 2.5.b: send each change, and a removal as a tombstone");
    }

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        throw new UnsupportedOperationException(
                "TODO 2.5.a: read the topic to its end, and keep the latest of each item");
    }

    /** Plays your board against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) throws Exception {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = "prices-" + Instant.now().getEpochSecond();
        PriceBoard board = new MyPriceBoard();

        board.createTopic(bootstrapServers, topic, 1, new Upkeep(Duration.ofSeconds(2), Duration.ofSeconds(2)));
        for (long cents = 450; cents < 500; cents += 10) {
            board.publish(
                    bootstrapServers,
                    topic,
                    List.of(new NewPrice("flat white", cents), new NewPrice("mocha", cents + 50)));
            System.out.println(board.rebuild(bootstrapServers, topic));
            Thread.sleep(1_000); // so that the log grows old enough to be compacted while you watch
        }
        board.publish(bootstrapServers, topic, List.of(new Removed("mocha")));
        System.out.println(board.rebuild(bootstrapServers, topic));
        System.out.println("See what is left: scripts/lab kafka-console-consumer --from-beginning --topic " + topic
                + " --formatter-property print.offset=true --formatter-property print.key=true");
    }
}
