package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** What topics the parameters of tests stand for, as {@link TopicConfig} says. */
final class TopicParameters {

    private TopicParameters() {}

    /** Creates the topic. */
    static Topic create(Parameter parameter, String name, KafkaCluster kafka) {
        TopicConfig config = parameter.getAnnotation(TopicConfig.class);
        return config != null && config.placement().length > 0
                ? TestTopics.create(kafka, name, placement(kafka, config.placement()), pairs(config.settings()))
                : TestTopics.create(kafka, List.of(topic(parameter, name, kafka)))
                        .get(0);
    }

    /** The topic, to be created. */
    static NewTopic topic(Parameter parameter, String name, KafkaCluster kafka) {
        TopicConfig config = parameter.getAnnotation(TopicConfig.class);
        if (config == null) {
            return TestTopics.newTopic(name, 1, (short) -1, Map.of());
        }
        return config.placement().length > 0
                ? new NewTopic(name, placement(kafka, config.placement())).configs(pairs(config.settings()))
                : TestTopics.newTopic(name, config.partitions(), config.replication(), pairs(config.settings()));
    }

    /** Broker ids by partition. */
    private static Map<Integer, List<Integer>> placement(KafkaCluster kafka, String[] partitions) {
        Map<Integer, List<Integer>> placement = new TreeMap<>();
        for (int partition = 0; partition < partitions.length; partition++) {
            placement.put(
                    partition,
                    Stream.of(partitions[partition].split(","))
                            .map(place -> kafka.brokers().get(Integer.parseInt(place.strip()) - 1))
                            .map(Broker::id)
                            .toList());
        }
        return placement;
    }

    /** Settings as {@code name=value}. */
    static Map<String, String> pairs(String[] settings) {
        Map<String, String> pairs = new TreeMap<>();
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("'" + setting + "' should look like name=value");
            }
            pairs.put(pair[0].strip(), pair[1].strip());
        }
        return pairs;
    }
}
