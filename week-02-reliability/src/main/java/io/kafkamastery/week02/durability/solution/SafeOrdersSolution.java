package io.kafkamastery.week02.durability.solution;

import io.kafkamastery.week02.durability.OrderSender;
import io.kafkamastery.week02.durability.SafeOrders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Three settings make orders safe, and each is worth nothing without the other two. */
public final class SafeOrdersSolution implements SafeOrders {

    private static final short REPLICAS = 3; // survives the loss of one, and is no target while another restarts

    // region: topic
    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions) {
        NewTopic orders = new NewTopic(topic, partitions, REPLICAS)
                // With the default of 1, "all in-sync replicas" may be a leader that is alone.
                .configs(Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2"));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(orders)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("Could not create topic " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
    // endregion

    // region: producer
    @Override
    public OrderSender open(String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // The leader answers when every in-sync replica has the order.
                ProducerConfig.ACKS_CONFIG,
                "all",
                // The broker recognises a batch that it has already. Also the default, but said aloud: a setting that
                // contradicts it is then an error instead of quietly switching it off.
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // How often to try is left to the producer (always); how long is what people can decide.
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(requestTimeout.toMillis()),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(deliveryTimeout.toMillis()),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                deliveryTimeout.toMillis());
        return new CallbackSender(topic, new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
    }
    // endregion
}
