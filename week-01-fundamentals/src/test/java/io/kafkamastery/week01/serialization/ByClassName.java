package io.kafkamastery.week01.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers and consumers that know the lab's classes by name only. */
final class ByClassName {

    private final ReadingSerdes lab;
    private final KafkaCluster kafka;

    ByClassName(ReadingSerdes lab, KafkaCluster kafka) {
        this.lab = lab;
        this.kafka = kafka;
    }

    /** Where a machine stands; the key of the records in JSON. */
    record Place(String shop, int floor) {}

    void assertBinaryWorks(Topic topic) {
        String classes = lab.binarySerializer().getName() + " and "
                + lab.binaryDeserializer().getName();
        Attempt.to("A producer and a consumer should work with " + classes, () -> {
            send(StringSerializer.class, lab.binarySerializer(), topic, "machine-0042", Readings.TYPICAL);
            return null;
        });
        try (Consumer<Object, Object> consumer = Attempt.to(
                "A consumer should work with " + classes,
                () -> consumer(StringDeserializer.class, lab.binaryDeserializer(), Map.of()))) {
            String sentence = "A consumer should read what a producer wrote, with " + classes;
            assertThat(first(consumer, topic, sentence).value())
                    .as("a reading that went through a topic, by way of classes that Kafka created by name")
                    .isEqualTo(Readings.TYPICAL);
        }
    }

    /** Two JSON consumers with different types live in one program at the same time. */
    void assertJsonWorksForTwoTypesAtOnce(Topic orders, Topic readings) {
        Place place = new Place("Zürich Bellevue", 2);
        Attempt.to("A producer should work with the JSON serializer for keys and for values", () -> {
            send(lab.jsonSerializer(), lab.jsonSerializer(), orders, place, Readings.ORDER);
            send(lab.jsonSerializer(), lab.jsonSerializer(), readings, place, Readings.TYPICAL);
            return null;
        });
        try (Consumer<Object, Object> readsOrders = jsonConsumer(Readings.ORDER.getClass());
                Consumer<Object, Object> readsReadings = jsonConsumer(MachineReading.class)) {
            assertReads(readsOrders, orders, place, Readings.ORDER);
            assertReads(readsReadings, readings, place, Readings.TYPICAL);
        }
    }

    private Consumer<Object, Object> jsonConsumer(Class<?> valueType) {
        Map<String, Object> types = Map.of(
                ReadingSerdes.JSON_KEY_TYPE, Place.class.getName(),
                ReadingSerdes.JSON_VALUE_TYPE, valueType.getName());
        return Attempt.to(
                "A consumer should work with the JSON deserializer for keys and for values, given " + types,
                () -> consumer(lab.jsonDeserializer(), lab.jsonDeserializer(), types));
    }

    private static void assertReads(Consumer<Object, Object> consumer, Topic topic, Object key, Object value) {
        String sentence = "A consumer should read JSON as its settings say: keys as %s, values as %s"
                .formatted(key.getClass().getSimpleName(), value.getClass().getSimpleName());
        ConsumerRecord<Object, Object> record =
                first(consumer, topic, sentence + " (another consumer in the program reads other types)");
        assertThat(record.key())
                .as(
                        "a key that a consumer makes of JSON; its %s says %s",
                        ReadingSerdes.JSON_KEY_TYPE, key.getClass().getSimpleName())
                .isEqualTo(key);
        assertThat(record.value())
                .as(
                        "a value that a consumer makes of JSON; its %s says %s, and another consumer's something else",
                        ReadingSerdes.JSON_VALUE_TYPE, value.getClass().getSimpleName())
                .isEqualTo(value);
    }

    void assertMissingTypeIsReported() {
        Deserializer<?> deserializer =
                Attempt.to("Kafka should be able to create the JSON deserializer", () -> (Deserializer<?>)
                        lab.jsonDeserializer().getDeclaredConstructor().newInstance());
        String value = ReadingSerdes.JSON_VALUE_TYPE;
        assertReported(deserializer, false, value, "is missing", Map.of());
        assertReported(deserializer, false, value, "names no class", Map.of(value, "no.such.Class"));
        Map<String, String> forValuesOnly = Map.of(value, MachineReading.class.getName());
        assertReported(deserializer, true, ReadingSerdes.JSON_KEY_TYPE, "is missing", Map.of());
        assertReported(deserializer, true, ReadingSerdes.JSON_KEY_TYPE, "is missing", forValuesOnly);
    }

    private static void assertReported(
            Deserializer<?> deserializer, boolean isKey, String setting, String problem, Map<String, String> settings) {
        assertThat(catchThrowable(() -> deserializer.configure(settings, isKey)))
                .as(
                        "what configuring the JSON deserializer for %s ends with when %s %s (the settings are %s)",
                        isKey ? "keys" : "values", setting, problem, settings)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting);
    }

    private void send(Class<?> keySerializer, Class<?> valueSerializer, Topic topic, Object key, Object value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = ThroughKafka.producerSettings(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, keySerializer.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, valueSerializer.getName());
        try (Producer<Object, Object> producer = new KafkaProducer<>(settings)) {
            ThroughKafka.send(producer, List.of(new ProducerRecord<>(topic.name(), key, value)));
        }
    }

    private Consumer<Object, Object> consumer(
            Class<?> keyDeserializer, Class<?> valueDeserializer, Map<String, Object> more) {
        Map<String, Object> settings = ThroughKafka.consumerSettings(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, keyDeserializer.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, valueDeserializer.getName());
        settings.putAll(more);
        return new KafkaConsumer<>(settings);
    }

    private static ConsumerRecord<Object, Object> first(
            Consumer<Object, Object> consumer, Topic topic, String sentence) {
        return Attempt.to(sentence, () -> ThroughKafka.read(consumer, topic, 1)).get(0);
    }
}
