package io.kafkamastery.kit.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * What kind of cluster a test asks for. Two tests with equal specifications share one cluster.
 *
 * @param brokers how many brokers, 1 to 5
 * @param controllers how many dedicated controllers: 0 means that the only broker is its own controller
 * @param settings broker settings on top of the kit's defaults, in Kafka's names
 * @param cuttable whether its brokers can be cut off ({@link Capability#CUT}), for which connections take another way
 */
public record ClusterSpec(int brokers, int controllers, Map<String, String> settings, boolean cuttable) {

    private static final int MOST_BROKERS = 5;

    public ClusterSpec {
        if (brokers < 1 || brokers > MOST_BROKERS) {
            throw new IllegalArgumentException(
                    "A cluster has 1 to " + MOST_BROKERS + " brokers, but " + brokers + " were asked for");
        }
        if (controllers < 0 || (controllers == 0 && brokers > 1)) {
            throw new IllegalArgumentException(brokers + " brokers need at least one dedicated controller, but "
                    + controllers + " were asked for");
        }
        settings = Map.copyOf(new TreeMap<>(settings));
    }

    /** One combined node, or several brokers with a dedicated controller beside them, as in production. */
    public static ClusterSpec of(int brokers) {
        return new ClusterSpec(brokers, brokers == 1 ? 0 : 1, Map.of(), false);
    }

    public ClusterSpec with(Map<String, String> moreSettings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(moreSettings);
        return new ClusterSpec(brokers, controllers, all, cuttable);
    }

    /** The same cluster, but one whose brokers can be cut off. */
    public ClusterSpec withCuttableConnections() {
        return new ClusterSpec(brokers, controllers, settings, true);
    }

    /** @throws UnsupportedOperationException if it is not {@link #cuttable()}, saying how to ask for that */
    public void requireCuttable() {
        if (!cuttable) {
            throw new UnsupportedOperationException("The connections of this cluster cannot be cut: put"
                    + " @Brokers(value = " + brokers + ", cuttable = true) on the test class");
        }
    }

    /** How it is called in messages, for example "a broker" or "3 brokers and a controller". */
    public String describe() {
        String beside = switch (controllers) {
            case 0 -> "";
            case 1 -> " and a controller";
            default -> " and " + controllers + " controllers";
        };
        return (brokers == 1 ? "a broker" : brokers + " brokers") + beside;
    }
}
