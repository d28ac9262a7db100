package io.kafkamastery.week01.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends three orders, and prints where the broker has put each of them. */
public final class FirstProducer {

    private FirstProducer() {}

    /** Talks to {@code localhost:9092}, or to the address given as argument. */
    public static void main(String[] args) throws Exception {
        send(args.length > 0 ? args[0] : "localhost:9092", "orders");
    }

    static List<RecordMetadata> send(String bootstrapServers, String topic)
            throws ExecutionException, InterruptedException {
        // region: settings
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        // endregion
        // region: orders
        List<ProducerRecord<String, String>> orders = List.of(
                new ProducerRecord<>(topic, "customer-3", "flat white"),
                new ProducerRecord<>(topic, "customer-1", "espresso"),
                new ProducerRecord<>(topic, "customer-3", "croissant"));
        // endregion
        List<RecordMetadata> places = new ArrayList<>();
        // region: send
        try (Producer<String, String> producer = new KafkaProducer<>(settings)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<String, String> order : orders) {
                sent.add(producer.send(order)); // into a buffer; the network is somebody else's business
            }
            for (Future<RecordMetadata> result : sent) {
                RecordMetadata place = result.get(); // now the broker has it, or an exception says why not
                System.out.println("stored in partition " + place.partition() + " at offset " + place.offset());
                places.add(place);
            }
        }
        // endregion
        return places;
    }
}
