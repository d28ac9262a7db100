package io.kafkamastery.week02.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A board of the code under test, which forgets everything between two calls, as one does that is switched off. */
record BoardUnderTest(Supplier<PriceBoard> lab, KafkaCluster kafka, String topic) {

    /** Reading a few thousand records takes well under a second; a machine under load gets a lot more. */
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private static final int DIFFERENCES_SHOWN = 4;
    private static final int LETTERS_SHOWN = 40;

    static BoardUnderTest create(
            Supplier<PriceBoard> lab, KafkaCluster kafka, String topic, int partitions, Upkeep upkeep) {
        attempt("createTopic()", () -> lab.get().createTopic(kafka.bootstrapServers(), topic, partitions, upkeep));
        TopicProbe probe = TopicProbe.of(kafka, topic);
        assertThat(probe.partitions())
                .as("partitions of the topic that was created")
                .isEqualTo(partitions);
        probe.endOffsets(); // so that every leader answers
        return new BoardUnderTest(lab, kafka, topic);
    }

    /** Lets through whatever is thrown. */
    void publish(List<PriceChange> changes) {
        lab.get().publish(kafka.bootstrapServers(), topic, changes);
    }

    void mustPublish(PriceChange... changes) {
        mustPublish(List.of(changes).toString(), List.of(changes));
    }

    void mustPublish(String description, List<PriceChange> changes) {
        attempt("publish() of " + description, () -> publish(changes));
    }

    /**
     * @param situation what is in the log, as in "the mocha was removed"
     */
    void assertShows(Map<String, Long> expected, String situation) {
        assertShowsBesides(Set.of(), expected, situation);
    }

    /** @param changing items that may have any price, because they change right now */
    void assertShowsBesides(Set<String> changing, Map<String, Long> expected, String situation) {
        AtomicReference<Map<String, Long>> board = new AtomicReference<>();
        String sentence = "rebuild() should return once it has read up to the end; " + situation;
        try (Background call =
                Background.start("rebuild()", () -> board.set(lab.get().rebuild(kafka.bootstrapServers(), topic)))) {
            call.awaitNormalEnd(LIMIT, sentence);
        }
        assertThat(board.get()).as("what rebuild() returns").isNotNull();
        Map<String, Long> shown = new HashMap<>(board.get());
        shown.keySet().removeAll(changing);
        assertThat(differences(shown, expected))
                .as("what is wrong on the board that was rebuilt; %s", situation)
                .isEmpty();
    }

    private static List<String> differences(Map<String, Long> board, Map<String, Long> expected) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> items = new TreeSet<>(expected.keySet());
        items.addAll(board.keySet());
        for (String item : items) {
            Long shown = board.get(item);
            Long price = expected.get(item);
            String name = shortened(item);
            if (price == null) {
                differences.add(name + " is shown at " + shown + ", but has been removed or never had a price");
            } else if (shown == null) {
                differences.add(name + " is missing; its price is " + price);
            } else if (!price.equals(shown)) {
                differences.add(name + " is shown at " + shown + ", but its latest price is " + price);
            }
        }
        return firstOf(differences);
    }

    /** An item as messages name it: its name may have no end. */
    static String shortened(String item) {
        return item.length() <= 2 * LETTERS_SHOWN
                ? item
                : item.substring(0, LETTERS_SHOWN) + "…" + item.substring(item.length() - LETTERS_SHOWN);
    }

    private static List<String> firstOf(List<String> differences) {
        if (differences.size() <= DIFFERENCES_SHOWN + 1) {
            return differences;
        }
        List<String> first = new ArrayList<>(differences.subList(0, DIFFERENCES_SHOWN));
        first.add("and " + (differences.size() - DIFFERENCES_SHOWN) + " more");
        return first;
    }

    private static void attempt(String call, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException e) {
            throw new AssertionError(call + " should return normally, but threw " + e, e);
        }
    }
}
