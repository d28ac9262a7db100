package io.kafkamastery.week01.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.TopicProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

@Lab(id = "1.5", title = "Serialization")
class ReadingSerdesLabTest {

    /** No digits in it, so that a version in a message is a version. */
    private static final String TOPIC = "machine-readings";

    // a

    @Criterion(id = "a", value = "Round-trips every reading, extremes and NaN included, in the bytes of the layout")
    void roundTripsEveryReading(ReadingSerdes lab, KafkaCluster kafka, Topic readings) throws Exception {
        assertWrites(lab, "an ordinary reading", Readings.TYPICAL, Readings.TYPICAL_VERSION_2);
        assertWrites(lab, "a reading with odd numbers and texts", Readings.ODD, Readings.ODD_VERSION_2);
        assertRoundTrips(lab, kafka, readings);
        assertRefusesLongText(lab);
        assertJsonRoundTrips(lab);
        assertSameOnForeignMachine(lab);
    }

    private static void assertWrites(ReadingSerdes lab, String what, MachineReading reading, byte[] expected) {
        byte[] written = Attempt.to(
                "Writing " + what + " should be possible",
                () -> lab.binary().serializer().serialize(TOPIC, reading));
        failIfAny(Differences.between(expected, written), "The bytes of " + what + " are not those of the layout");
    }

    private static void failIfAny(String differences, String sentence) {
        if (!differences.isEmpty()) {
            fail(sentence + ": " + differences);
        }
    }

    private static void assertRoundTrips(ReadingSerdes lab, KafkaCluster kafka, Topic topic) {
        Map<String, MachineReading> extremes = Readings.extremes();
        extremes.forEach((what, reading) -> {
            MachineReading read =
                    Attempt.to("Writing and reading back a reading with " + what + " should be possible", () -> {
                        byte[] bytes = lab.binary().serializer().serialize(TOPIC, reading);
                        return lab.binary().deserializer().deserialize(TOPIC, bytes);
                    });
            failIfAny(
                    Differences.between(reading, read),
                    "A reading with %s changed when it was written and read back".formatted(what));
        });
        List<MachineReading> sent = List.copyOf(extremes.values());
        List<MachineReading> read = Attempt.to(
                "Readings should pass through a topic", () -> ThroughKafka.roundTrip(kafka, topic, lab.binary(), sent));
        for (int i = 0; i < sent.size(); i++) {
            failIfAny(Differences.between(sent.get(i), read.get(i)), "A reading changed on its way through a topic");
        }
    }

    private static void assertRefusesLongText(ReadingSerdes lab) {
        MachineReading tooLong = Readings.withShop("é".repeat(32_768));
        Throwable refusal = catchThrowable(() -> lab.binary().serializer().serialize(TOPIC, tooLong));
        if (!(refusal instanceof SerializationException)) {
            fail(
                    "A shop of 65,536 bytes has no room in the format: writing it should end with a SerializationException, but "
                            + (refusal == null
                                    ? "something was written, which cannot be all of it"
                                    : "threw " + refusal),
                    refusal);
        }
    }

    private static void assertSameOnForeignMachine(ReadingSerdes lab) throws IOException, InterruptedException {
        failIfAny(ForeignMachine.complaint(lab), "On a machine whose default charset is ISO 8859-1");
    }

    private static void assertJsonRoundTrips(ReadingSerdes lab) {
        Serde<MachineReading> readings = lab.json(MachineReading.class);
        Serde<Order> orders = lab.json(Order.class);
        byte[] reading = Attempt.to(
                "Writing a reading as JSON should be possible",
                () -> readings.serializer().serialize(TOPIC, Readings.TYPICAL));
        byte[] order = Attempt.to(
                "Writing an order as JSON should be possible",
                () -> orders.serializer().serialize(TOPIC, Readings.ORDER));
        assertThat((Object) Attempt.to(
                        "Reading an order from JSON should be possible, while another serde reads readings",
                        () -> orders.deserializer().deserialize(TOPIC, order)))
                .as("an order that was written as JSON and read back")
                .isEqualTo(Readings.ORDER);
        assertThat((Object) Attempt.to(
                        "Reading a reading from JSON should be possible, while another serde reads orders",
                        () -> readings.deserializer().deserialize(TOPIC, reading)))
                .as("a reading that was written as JSON and read back")
                .isEqualTo(Readings.TYPICAL);
        JsonNode json =
                Attempt.to("The bytes should be JSON", () -> new ObjectMapper().readTree(new String(order, UTF_8)));
        assertThat(json.path("item").asText())
                .as("the field 'item' of the order's JSON, read as UTF-8")
                .isEqualTo(Readings.ORDER.item());
        assertThat(json.path("placedAt").toString())
                .as("the field 'placedAt' of the order's JSON: a moment is written as text, in UTC")
                .isEqualTo("\"2026-11-20T07:15:30.000000001Z\"");
    }

    // b

    @Criterion(id = "b", value = "Takes less than 40 % of the size of JSON in binary, over a morning of readings")
    void isSmall(ReadingSerdes lab) throws Exception {
        JsonMapper plain = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        Serializer<MachineReading> serializer = lab.binary().serializer();
        long binaryBytes = 0;
        long jsonBytes = 0;
        List<MachineReading> morning = Readings.aMorning();
        for (MachineReading reading : morning) {
            binaryBytes += Attempt.to(
                            "Writing a reading should be possible", () -> serializer.serialize(TOPIC, reading))
                    .length;
            jsonBytes += plain.writeValueAsBytes(reading).length;
        }
        double percent = 100.0 * binaryBytes / jsonBytes;
        if (percent >= 40) {
            fail("%,d readings take %,d bytes in binary and %,d in JSON: that is %.1f %%, and should be less than 40 %%"
                    .formatted(morning.size(), binaryBytes, jsonBytes, percent));
        }
    }

    // c

    @Criterion(id = "c", value = "Keeps null null, both ways, so that a tombstone stays a tombstone")
    void keepsNull(ReadingSerdes lab, KafkaCluster kafka, Topic machines) throws Exception {
        assertKeepsNull("binary", lab.binary());
        assertKeepsNull("JSON", lab.json(Order.class));
        assertTombstone("binary", lab.binary(), kafka, machines);
        assertTombstone("JSON", lab.json(Order.class), kafka, machines);
    }

    private static void assertKeepsNull(String format, Serde<?> serde) {
        byte[] bytes = Attempt.to(
                "The " + format + " serializer should make null of null",
                () -> serde.serializer().serialize(TOPIC, null));
        if (bytes != null) {
            fail("The %s serializer should make null of null, a tombstone, but made %d bytes: '%s'"
                    .formatted(format, bytes.length, new String(bytes, UTF_8)));
        }
        Object object = Attempt.to(
                "The " + format + " deserializer should make null of null",
                () -> serde.deserializer().deserialize(TOPIC, (byte[]) null));
        assertThat(object)
                .as("what the %s deserializer makes of null, a tombstone", format)
                .isNull();
    }

    private static <V> void assertTombstone(String format, Serde<V> serde, KafkaCluster kafka, Topic topic)
            throws Exception {
        try (Producer<String, V> producer =
                new KafkaProducer<>(ThroughKafka.producerSettings(kafka), new StringSerializer(), serde.serializer())) {
            ThroughKafka.send(producer, List.of(new ProducerRecord<>(topic.name(), "machine-0042", null)));
        }
        List<ConsumerRecord<byte[], byte[]>> records =
                TopicProbe.of(kafka, topic.name()).records();
        assertThat(records.get(records.size() - 1).value())
                .as("the value that stands in the topic after a producer with the %s serializer has sent null", format)
                .isNull();
    }

    // d

    @Criterion(
            id = "d",
            value =
                    "Refuses a payload that is too short, too long or of an unknown version with a SerializationException"
                            + " that names topic and version")
    void refusesDamagedPayloads(ReadingSerdes lab) {
        Payloads.damaged().forEach(payload -> {
            SerializationException refusal =
                    assertRefused(lab.binary().deserializer(), payload.what(), payload.bytes());
            payload.version().ifPresent(version -> {
                if (!names(version, refusal.getMessage())) {
                    fail("The SerializationException about %s should name the version found, %d, but says: %s"
                            .formatted(payload.what(), version, refusal.getMessage()));
                }
            });
        });
        String order = new String(lab.json(Order.class).serializer().serialize(TOPIC, Readings.ORDER), UTF_8);
        Deserializer<Order> json = lab.json(Order.class).deserializer();
        assertRefused(
                json,
                "JSON that breaks off",
                order.substring(0, order.length() / 2).getBytes(UTF_8));
        assertRefused(json, "an order in JSON, and something after it", (order + "{}").getBytes(UTF_8));
        assertRefused(json, "something that is not JSON", "order-17;café".getBytes(UTF_8));
        assertRefused(json, "a list in JSON, which is no order", "[480]".getBytes(UTF_8));
        assertRefused(json, "an empty payload, which is not JSON", new byte[0]);
        assertRefused(json, "the JSON literal null, which is not a tombstone", "null".getBytes(UTF_8));
    }

    /** A byte above 127 may be named as Java's signed number, too, and any in hexadecimal digits. */
    private static boolean names(int version, String message) {
        int unsigned = Byte.toUnsignedInt((byte) version);
        return Pattern.compile(
                        "(?<![\\d.])(%d|%d|0x0?%x)(?!\\d)".formatted(version, unsigned, unsigned), CASE_INSENSITIVE)
                .matcher(message)
                .find();
    }

    private static SerializationException assertRefused(Deserializer<?> deserializer, String what, byte[] bytes) {
        Object made;
        try {
            made = deserializer.deserialize(TOPIC, bytes);
        } catch (SerializationException refusal) {
            if (refusal.getMessage() == null || !refusal.getMessage().contains(TOPIC)) {
                fail("The SerializationException about %s should name the topic, %s, but says: %s"
                        .formatted(what, TOPIC, refusal.getMessage()));
            }
            return refusal;
        } catch (RuntimeException e) {
            return fail("Reading %s should end with a SerializationException, but threw %s".formatted(what, e), e);
        }
        return fail("Reading %s should end with a SerializationException, but %s"
                .formatted(
                        what,
                        made == null
                                ? "returned null, as if it were a tombstone"
                                : "made a " + made.getClass().getSimpleName() + " of it"));
    }

    // e

    @Criterion(id = "e", value = "Reads version 1 bytes too, and JSON with fields that it does not know")
    void readsOtherVersions(ReadingSerdes lab) {
        assertReads(lab, Readings.TYPICAL_VERSION_1, Readings.withoutFirmware(Readings.TYPICAL));
        assertReads(lab, Readings.ODD_VERSION_1, Readings.withoutFirmware(Readings.ODD));
        assertReads(lab, Readings.TYPICAL_VERSION_2, Readings.TYPICAL);

        Deserializer<MachineReading> json = lab.json(MachineReading.class).deserializer();
        String older =
                "{\"machineId\":\"machine-0042\",\"shop\":\"Zürich Bellevue\",\"boilerCelsius\":93.41718292236328,"
                        + "\"pumpBar\":9.03,\"cupGrams\":36.2,\"shotMillis\":27350,\"takenAt\":\"2026-11-20T07:15:30.123456789Z\"}";
        String newer = older.replace(
                "\"pumpBar\"", "\"firmware\":\"4.1.0\",\"grinder\":{\"turns\":[3,4],\"on\":true},\"pumpBar\"");
        assertThat((Object) Attempt.to(
                        "Reading JSON without the field 'firmware' should be possible",
                        () -> json.deserialize(TOPIC, older.getBytes(UTF_8))))
                .as("JSON without the field 'firmware', as machines wrote it before they had one")
                .isEqualTo(Readings.withoutFirmware(Readings.TYPICAL));
        String broken = newer.replace("\"shotMillis\":27350,", "");
        assertThat(Attempt.to(
                                "Reading JSON without the field 'shotMillis' should be possible",
                                () -> json.deserialize(TOPIC, broken.getBytes(UTF_8)))
                        .shotMillis())
                .as("shotMillis of JSON without this field, which is a number")
                .isZero();
        assertThat((Object) Attempt.to(
                        "Reading JSON with the unknown field 'grinder' should be possible",
                        () -> json.deserialize(TOPIC, newer.getBytes(UTF_8))))
                .as("JSON with the field 'grinder', as machines may write it one day")
                .isEqualTo(Readings.TYPICAL);
    }

    private static void assertReads(ReadingSerdes lab, byte[] bytes, MachineReading expected) {
        String version = "bytes of version " + bytes[0];
        MachineReading read = Attempt.to(
                "Reading " + version + " should be possible",
                () -> lab.binary().deserializer().deserialize(TOPIC, bytes));
        failIfAny(
                Differences.between(expected, read),
                "Another maker's machine wrote %s, and they are read wrongly".formatted(version));
    }

    // f

    @Criterion(id = "f", value = "Works when a producer and a consumer are configured by class name")
    void worksByClassName(ReadingSerdes lab, KafkaCluster kafka, Topic binary, Topic orders, Topic readings) {
        ByClassName clients = new ByClassName(lab, kafka);
        clients.assertBinaryWorks(binary);
        clients.assertJsonWorksForTwoTypesAtOnce(orders, readings);
        clients.assertMissingTypeIsReported();
    }

    // g

    @Criterion(id = "g", value = "Lets several threads share a serializer, as a producer does")
    void sharesSerializers(ReadingSerdes lab) {
        assertShareable("binary", lab.binary().serializer());
        assertShareable("JSON", lab.json(MachineReading.class).serializer());
    }

    private static void assertShareable(String format, Serializer<MachineReading> serializer) {
        List<Background> threads = new ArrayList<>();
        for (String shop : List.of("Bern Bahnhof", "x".repeat(300), "Zürich Bellevue", "é".repeat(500))) {
            MachineReading reading = Readings.withShop(shop);
            byte[] alone =
                    Attempt.to("Writing a reading should be possible", () -> serializer.serialize(TOPIC, reading));
            byte[] expected = alone.clone();
            threads.add(Background.start("thread " + threads.size(), () -> {
                for (int i = 0; i < 20_000; i++) {
                    if (!Arrays.equals(expected, serializer.serialize(TOPIC, reading))) {
                        fail(
                                "A %s serializer should write the same bytes when several threads share it as when one has it"
                                                .formatted(format)
                                        + " to itself, but it mixed up their readings");
                    }
                }
            }));
        }
        threads.forEach(thread -> thread.awaitNormalEnd(
                Duration.ofSeconds(30), "A %s serializer should serve several threads at once".formatted(format)));
    }
}
