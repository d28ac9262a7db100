package io.kafkamastery.week01.serialization;

import org.apache.kafka.common.serialization.Serde;

/**
 * The ways in which Kestrel Coffee turns objects into bytes: a compact binary format for machine readings, and JSON for
 * everything else.
 *
 * <h2>The binary format</h2>
 *
 * The machines of other makers write and read it too, so it is fixed to the byte. Numbers are big-endian, the byte order
 * of networks. A <em>text</em> is its length in bytes as an unsigned 16-bit number, followed by its UTF-8 bytes.
 *
 * <table>
 *   <caption>A reading, version 1</caption>
 *   <tr><th>at</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>1</td><td>the version, 1</td></tr>
 *   <tr><td>1</td><td>8</td><td>{@code takenAt}: whole seconds since 1970-01-01T00:00Z, signed, rounded down</td></tr>
 *   <tr><td>9</td><td>4</td><td>{@code takenAt}: the nanoseconds on top of them, 0 to 999,999,999</td></tr>
 *   <tr><td>13</td><td>8</td><td>{@code boilerCelsius}: an IEEE 754 double</td></tr>
 *   <tr><td>21</td><td>8</td><td>{@code pumpBar}: an IEEE 754 double</td></tr>
 *   <tr><td>29</td><td>8</td><td>{@code cupGrams}: an IEEE 754 double</td></tr>
 *   <tr><td>37</td><td>4</td><td>{@code shotMillis}: signed</td></tr>
 *   <tr><td>41</td><td>2 + n</td><td>{@code machineId}: a text</td></tr>
 *   <tr><td>43 + n</td><td>2 + m</td><td>{@code shop}: a text</td></tr>
 * </table>
 *
 * Version 2 is the same with the version byte 2, and with one text more at the end: {@code firmware}. A serializer writes
 * version 2. A deserializer reads both; what it reads from version 1 has the firmware {@link
 * MachineReading#UNKNOWN_FIRMWARE}.
 *
 * <p>Every {@link MachineReading} can be written, whatever its numbers and its moment. The one limit is the text: more than
 * 65,535 bytes of UTF-8 are a {@link org.apache.kafka.common.errors.SerializationException} when they are to be written,
 * and nothing is cut off. A deserializer throws a {@code SerializationException}, whose message names the topic and (unless
 * there is no byte at all) the version found in the bytes, if they
 *
 * <ul>
 *   <li>are of another version than 1 and 2,
 *   <li>end before the last field does, or go on after it: an empty array ends too early as well,
 *   <li>hold a number of seconds that no {@link java.time.Instant} can have.
 * </ul>
 *
 * <h2>JSON</h2>
 *
 * A serializer writes one JSON value in UTF-8. The fields of a record have the names of its components, and a moment is a
 * text such as {@code "2026-11-20T07:15:30.250Z"} (ISO 8601, in UTC), with all its nanoseconds. A deserializer ignores
 * fields that it does not know, and gives null, or zero, for those that it misses. It throws a {@code
 * SerializationException} whose message names the topic for bytes that are not exactly one JSON value that fits its type;
 * the literal {@code null} does not fit any.
 *
 * <h2>Both</h2>
 *
 * Null stands for a tombstone: a serializer makes null of null, and so does a deserializer. Serializers can be used by
 * several threads at the same time, because a {@code KafkaProducer} can.
 */
public interface ReadingSerdes {

    /** The setting that tells a JSON deserializer of keys what to make of them: the name of a class. */
    String JSON_KEY_TYPE = "kestrel.json.key.type";

    /** The setting that tells a JSON deserializer of values what to make of them: the name of a class. */
    String JSON_VALUE_TYPE = "kestrel.json.value.type";

    /** A serde for readings in the binary format. */
    Serde<MachineReading> binary();

    /** A serde for objects of this type, as JSON. */
    <T> Serde<T> json(Class<T> type);

    /**
     * The serializer of the binary format, for whom it suits better to name a class: Kafka creates it if a producer's
     * setting {@code value.serializer} says its name.
     */
    Class<?> binarySerializer();

    /** The deserializer of the binary format, for a consumer's setting {@code value.deserializer}. */
    Class<?> binaryDeserializer();

    /** The serializer that writes any object as JSON, for the settings {@code key.serializer} and {@code value.serializer}. */
    Class<?> jsonSerializer();

    /**
     * The JSON deserializer, for the settings {@code key.deserializer} and {@code value.deserializer}. It takes its type
     * from the client's settings: from {@link #JSON_KEY_TYPE} if Kafka created it for keys, from {@link #JSON_VALUE_TYPE}
     * if for values. If that setting is missing, or names no class, configuring it ends with a {@link
     * org.apache.kafka.common.config.ConfigException} whose message says which setting it is.
     */
    Class<?> jsonDeserializer();
}
