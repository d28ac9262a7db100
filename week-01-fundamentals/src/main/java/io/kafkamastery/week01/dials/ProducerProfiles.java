package io.kafkamastery.week01.dials;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/**
 * Four ways to set a producer's dials, and a way to see what each is worth.
 *
 * <p>A profile is a map of producer settings, by their names in {@link org.apache.kafka.clients.producer.ProducerConfig}.
 * It holds the dials alone: whoever builds a producer with it adds the bootstrap servers, the serializers and a client id.
 * Whatever the profile, the producer gives up on an order when {@code deliveryTimeout}, one second or more, is over.
 */
public interface ProducerProfiles {

    /** For what may get lost: the producer hands an order to the network and asks nobody for a confirmation. */
    Map<String, Object> fireAndForget(Duration deliveryTimeout);

    /** For what may get lost with a machine: an order counts as soon as the partition's leader has it. */
    Map<String, Object> leaderAcknowledged(Duration deliveryTimeout);

    /**
     * For what must not get lost: an order counts when every in-sync replica has it. What may yet succeed, because replicas
     * are missing or a broker does not answer, is tried again until the delivery timeout is over, and not written twice by
     * that.
     */
    Map<String, Object> durable(Duration deliveryTimeout);

    /**
     * For many small orders at once: they travel in few requests and few bytes. Each is confirmed at least by the
     * partition's leader.
     */
    Map<String, Object> highThroughput(Duration deliveryTimeout);

    /**
     * Sends all these orders as values without key, and returns when the fate of each is known. The producer belongs to the
     * caller, who closes it.
     *
     * @return a delivery for each order, in the sequence given: for those that failed as well, whatever the reason
     */
    List<Delivery> deliver(Producer<String, String> producer, String topic, List<String> orders);

    /**
     * The orders among these deliveries that a reader of the topic gets to see at this moment: those that are records'
     * values before the end offsets that consumers are given. This connects to the cluster, and has closed its client when
     * it returns or throws. It never waits for more records.
     */
    Set<String> readable(String bootstrapServers, String topic, List<Delivery> deliveries);
}
