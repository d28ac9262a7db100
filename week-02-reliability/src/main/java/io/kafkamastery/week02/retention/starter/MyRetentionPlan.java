package io.kafkamastery.week02.retention.starter;

import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.Keep;
import io.kafkamastery.week02.retention.OrderHandler;
import io.kafkamastery.week02.retention.RetentionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lab 2.4: yours to write. The contract, {@link RetentionPlan}, says what each method has to do. */
public final class MyRetentionPlan implements RetentionPlan {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        throw new UnsupportedOperationException(
                "TODO 2.4.a: create the topic with settings for its age; a rule by size is 2.4.b");
    }

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        throw new UnsupportedOperationException("TODO 2.4.d: alter the settings of the topic that is there");
    }

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        throw new UnsupportedOperationException(
                "TODO 2.4.c: read on from the committed offsets, and notice where they are no longer there");
    }

    /** Plays your plan against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) throws Exception {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = "till-orders-" + Instant.now().getEpochSecond();
        RetentionPlan plan = new MyRetentionPlan();

        plan.create(bootstrapServers, topic, 1, new Keep.ByTime(Duration.ofHours(6), Duration.ofHours(7)));
        writeTheLastTwelveHours(bootstrapServers, topic);
        Thread.sleep(2_000); // the course's brokers look five times a second, others every five minutes

        List<Gap> gaps = plan.catchUp(
                bootstrapServers,
                "accounting",
                topic,
                GoOn.FROM_THE_OLDEST,
                order -> System.out.println("offset " + order.offset() + ": " + order.value()));
        System.out.println("gaps: " + gaps);
        System.out.println("Look at it: scripts/lab kafka-configs --describe --topic " + topic);
    }

    /** An order for each half-hour, as a shop does that was offline and now sends what it has kept. */
    private static void writeTheLastTwelveHours(String bootstrapServers, String topic) throws Exception {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (int minutesAgo = 12 * 60; minutesAgo >= 0; minutesAgo -= 30) {
                long timestamp = System.currentTimeMillis()
                        - Duration.ofMinutes(minutesAgo).toMillis();
                String order = "an order of " + minutesAgo + " minutes ago";
                producer.send(new ProducerRecord<>(topic, 0, timestamp, null, order))
                        .get();
            }
        }
    }
}
