package io.kafkamastery.kit.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Names for topics and groups that nobody else uses, readable in messages and recognisable on a shared cluster. */
public final class FreshNames {

    private static final String PREFIX = "lab-";
    private static final Pattern CRITERIONS = Pattern.compile(PREFIX + "\\d");
    private static final int RANDOM_PART = 4;
    /** Repeatable for those who say {@code -Dlab.seed=…}, on a cluster that has not seen these names yet. */
    private static final Random RANDOM =
            Optional.ofNullable(Long.getLong("lab.seed")).map(Random::new).orElseGet(Random::new);

    private final String owner;
    private final List<String> topics = new CopyOnWriteArrayList<>();
    private final List<String> groups = new CopyOnWriteArrayList<>();

    /** @param owner whom they are for, for example {@code 1.3.b} */
    FreshNames(String owner) {
        this.owner = owner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** A name for a topic that does not exist yet. Whoever creates it need not delete it. */
    public String topic(String base) {
        String name = unique(base);
        topics.add(name);
        return name;
    }

    /** An id for a consumer group, or for anything else that has an id. */
    public String group(String base) {
        String name = unique(base);
        groups.add(name);
        return name;
    }

    /** Whether some lab's criterion may have got this name, now or earlier. */
    public static boolean mayHaveMadeForCriterion(String name) {
        return CRITERIONS.matcher(name).lookingAt();
    }

    List<String> topics() {
        return List.copyOf(topics);
    }

    List<String> groups() {
        return List.copyOf(groups);
    }

    private String unique(String base) {
        int bound = (int) Math.pow(36, RANDOM_PART);
        String random = Integer.toString(RANDOM.nextInt(bound / 36, bound), 36);
        return PREFIX + owner + "-" + base + "-" + random;
    }
}
