package io.kafkamastery.week01.clinic;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.week01.clinic.patients.OrderDeserializer;
import io.kafkamastery.week01.clinic.patients.OrderSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The settings that the patients come with. */
final class Patients {

    private Patients() {}

    /** A kitchen display's consumer, member of this group. */
    static Map<String, Object> display(KafkaCluster kafka, String groupId) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50); // a consumer that closes waits for its last fetch
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, OrderDeserializer.class.getName());
        return settings;
    }

    /** The display's consumer of a kitchen whose orders take longer than its settings allow for. */
    static Map<String, Object> slowKitchen(KafkaCluster kafka, String groupId) {
        Map<String, Object> settings = kitchen(kafka, groupId);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900);
        return settings;
    }

    /** The display's consumer of a kitchen that has Kafka's defaults, so that it may hang for minutes. */
    static Map<String, Object> kitchen(KafkaCluster kafka, String groupId) {
        Map<String, Object> settings = display(kafka, groupId);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    static String group(Map<String, Object> settings) {
        return String.valueOf(settings.get(ConsumerConfig.GROUP_ID_CONFIG));
    }

    /** A catering desk's producer. */
    static Map<String, Object> desk(KafkaCluster kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, OrderSerializer.class.getName());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000L);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        return settings;
    }
}
