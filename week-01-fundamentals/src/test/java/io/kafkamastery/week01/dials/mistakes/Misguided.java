package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.week01.dials.Delivery;
import io.kafkamastery.week01.dials.ProducerProfiles;
import io.kafkamastery.week01.dials.solution.ProducerProfilesSolution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements ProducerProfiles {

    private final ProducerProfiles right = new ProducerProfilesSolution();

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        return right.fireAndForget(deliveryTimeout);
    }

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        return right.leaderAcknowledged(deliveryTimeout);
    }

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        return right.durable(deliveryTimeout);
    }

    @Override
    public Map<String, Object> highThroughput(Duration deliveryTimeout) {
        return right.highThroughput(deliveryTimeout);
    }

    @Override
    public List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders) {
        return right.deliver(producer, topic, orders);
    }

    @Override
    public Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries) {
        return right.readable(bootstrapServers, topic, deliveries);
    }
}
