package io.kafkamastery.week02.soak;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.TopicProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The rounds of a soak: in each, a seed chooses which faults come and when. What the seed cannot choose is how brokers and
 * processes take turns, so that a seed repeats the faults, and mostly but not always what comes of them.
 *
 * <p>{@code -Dsoak.seed=17} begins with that seed, {@code -Dsoak.seeds=50} makes so many rounds, and {@code -Dlab.variant=starter}
 * runs them with your own code.
 */
public final class Soak {

    private static final int USUAL_ROUNDS = 3;
    /** Faults come in as many kinds, one for each seed in turn: so many rounds in a row have seen them all. */
    private static final int ROUNDS_UNTIL_FOUND = 3;

    private static final Pattern LOSS = Pattern.compile("^Lost:|\\] Lost:|(?:went|goes) with it|never did");
    private static final Random CHANCE = new Random();

    private final Class<?> soak;
    private final long firstSeed;

    private Soak(Class<?> soak, long firstSeed) {
        this.soak = soak;
        this.firstSeed = firstSeed;
    }

    /** A soak that begins with the seed that was asked for, or any. */
    public static Soak of(Class<?> soak) {
        return new Soak(soak, Long.getLong("soak.seed", CHANCE.nextInt(1_000_000)));
    }

    /** The seeds of the rounds. */
    public List<Long> seeds() {
        return LongStream.range(0, Integer.getInteger("soak.seeds", USUAL_ROUNDS))
                .mapToObj(round -> firstSeed + round)
                .toList();
    }

    /** Which implementation is to stand the rounds. */
    public static Variant variant() {
        return new Variant(System.getProperty(Variant.PARAMETER, Variant.SOLUTION.name()));
    }

    /** New instances of a lab's contract. */
    public static <T> Supplier<T> implementations(Class<T> contract, Variant variant) {
        return () -> {
            try {
                Constructor<?> constructor = variant.implementationOf(contract).getDeclaredConstructor();
                constructor.setAccessible(true);
                return contract.cast(constructor.newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(variant.name() + " could not be created", e);
            }
        };
    }

    /** Says how to run a round again; to be called when it begins. */
    public void announce(String what, Variant variant, long seed) {
        Notice.say(what + " with " + variant.name() + ", seed " + seed
                + ". Again: mvn verify -Psoak -pl :week-02 -Dit.test="
                + soak.getSimpleName() + " -Dsoak.seed=" + seed + " -Dsoak.seeds=1 -D" + Variant.PARAMETER + "="
                + variant.name());
    }

    /**
     * Mistakes of the soak's lab that have to lose orders, and what the file says about each. They are named beside the
     * mistakes, so that a handout, which has none, does not name them either.
     */
    public Map<String, String> mistakesThatLose() {
        Properties named = new Properties();
        try (InputStream file = soak.getResourceAsStream("mistakes/soak.properties")) {
            if (file != null) {
                named.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> mistakes = new TreeMap<>();
        named.stringPropertyNames().forEach(name -> mistakes.put(name, named.getProperty(name)));
        return mistakes;
    }

    /**
     * Makes rounds until one of them finds that orders were lost.
     *
     * @throws AssertionError if none does, or if one fails for another reason
     */
    public void findLoss(String what, LongConsumer round) {
        for (long seed = firstSeed; seed < firstSeed + ROUNDS_UNTIL_FOUND; seed++) {
            try {
                round.accept(seed);
            } catch (AssertionError found) {
                String message = String.valueOf(found.getMessage());
                if (!LOSS.matcher(message).find()) {
                    throw found;
                }
                Notice.say(what + ", seed " + seed + ", has lost orders as it should: "
                        + message.lines().findFirst().orElse(""));
                return;
            }
        }
        throw new AssertionError(what + " loses orders, but " + ROUNDS_UNTIL_FOUND + " rounds from seed " + firstSeed
                + " on have not found that");
    }

    /** A topic that can be used at once, replicated as usual. */
    public static Topic createTopic(KafkaCluster kafka, String name, int partitions) {
        kafka.admin().createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())));
        TopicProbe topic = TopicProbe.of(kafka, name);
        Await.within(Duration.ofSeconds(20)).untilAsserted("every partition of " + name + " to have a leader", () -> {
            if (topic.endOffsets().size() != partitions) {
                throw new AssertionError("not all are there");
            }
        });
        return new Topic(name, partitions);
    }

    /** Lets some time pass, as chance will have it: faults of a soak come at no particular moment. */
    public static void linger(Random chance, Duration atLeast, Duration atMost) {
        long nanos = chance.nextLong(atLeast.toNanos(), atMost.toNanos());
        for (long end = System.nanoTime() + nanos; end - System.nanoTime() > 0; ) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
