package io.kafkamastery.kit.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * What kind of cluster a test asks for. Two tests with equal specifications share one cluster.
 *
 * @param brokers how many brokers, 1 to 5
 * @param controllers how many dedicated controllers: 0 means that the only broker is its own controller
 * @param settings broker settings on top of the kit's defaults, in Kafka's names
 */
public record ClusterSpec(int brokers, int controllers, Map<String, String> settings) {

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
        return new ClusterSpec(brokers, brokers == 1 ? 0 : 1, Map.of());
    }

    public ClusterSpec with(Map<String, String> moreSettings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(moreSettings);
        return new ClusterSpec(brokers, controllers, all);
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
