package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterTour;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import io.kafkamastery.week01.environment.TopicOutcome;
import io.kafkamastery.week01.environment.solution.ClusterTourSolution;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements ClusterTour {

    private final ClusterTour right = new ClusterTourSolution();

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        return right.describe(bootstrapServers, timeout);
    }

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        return right.ensureTopic(bootstrapServers, topic, partitions, timeout);
    }

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        return right.userTopics(bootstrapServers, timeout);
    }

    static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
                    ? new ClusterUnreachableException("No answer", e)
                    : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
