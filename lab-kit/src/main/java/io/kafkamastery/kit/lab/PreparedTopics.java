package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics that all criteria of a lab ask for, created in one request when the first criterion asks: a learner who waits
 * for verdicts waits for that once, and not once for each criterion. Each is handed out once.
 */
final class PreparedTopics {

    private final KafkaCluster kafka;
    private final Map<Parameter, Topic> topics = new ConcurrentHashMap<>();

    private PreparedTopics(KafkaCluster kafka) {
        this.kafka = kafka;
    }

    /**
     * Creates them.
     *
     * @param share whose topics: the others' are created where they are needed
     * @param leftovers where their names are noted
     */
    static PreparedTopics of(Class<?> lab, Share share, KafkaCluster kafka, Leftovers leftovers) {
        PreparedTopics prepared = new PreparedTopics(kafka);
        Map<Parameter, NewTopic> wanted = new LinkedHashMap<>();
        for (Method method : lab.getDeclaredMethods()) {
            CriterionId.of(lab, method).filter(share::includes).ifPresent(id -> {
                FreshNames names = new FreshNames(id.toString());
                Stream.of(method.getParameters())
                        .filter(parameter -> parameter.getType() == Topic.class)
                        .forEach(parameter -> wanted.put(
                                parameter, TopicParameters.topic(parameter, names.topic(parameter.getName()), kafka)));
                leftovers.add(kafka, names);
            });
        }
        if (!wanted.isEmpty()) {
            List<Topic> created = TestTopics.create(kafka, List.copyOf(wanted.values()));
            int next = 0;
            for (Parameter parameter : wanted.keySet()) {
                prepared.topics.put(parameter, created.get(next++));
            }
        }
        return prepared;
    }

    /** The one for this parameter, unless it was handed out before, or is on another cluster than the one in use now. */
    Optional<Topic> take(Parameter parameter, KafkaCluster inUse) {
        return inUse == kafka ? Optional.ofNullable(topics.remove(parameter)) : Optional.empty();
    }
}
