package io.kafkamastery.week01.serialization.alternatives;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

@Alternative("Data streams instead of buffers, one class for both directions, a mapper for each serde")
final class DataStreams implements ReadingSerdes {

    @Override
    public Serde<MachineReading> binary() {
        return new Binary();
    }

    @Override
    public <T> Serde<T> json(Class<T> type) {
        Json<T> json = new Json<>();
        json.type = type;
        return json;
    }

    @Override
    public Class<?> binarySerializer() {
        return Binary.class;
    }

    @Override
    public Class<?> binaryDeserializer() {
        return Binary.class;
    }

    @Override
    public Class<?> jsonSerializer() {
        return Json.class;
    }

    @Override
    public Class<?> jsonDeserializer() {
        return Json.class;
    }

    /** A serde that is its own serializer and deserializer. */
    public static final class Binary
            implements Serde<MachineReading>, Serializer<MachineReading>, Deserializer<MachineReading> {

        @Override
        public byte[] serialize(String topic, MachineReading reading) {
            if (reading == null) {
                return null;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeByte(2);
                out.writeLong(reading.takenAt().getEpochSecond());
                out.writeInt(reading.takenAt().getNano());
                out.writeDouble(reading.boilerCelsius());
                out.writeDouble(reading.pumpBar());
                out.writeDouble(reading.cupGrams());
                out.writeInt(reading.shotMillis());
                for (String text : new String[] {reading.machineId(), reading.shop(), reading.firmware()}) {
                    byte[] utf8 = Utils.utf8(text);
                    if (utf8.length >= 1 << 16) {
                        throw new IOException("text too long: " + utf8.length);
                    }
                    out.writeShort(utf8.length);
                    out.write(utf8);
                }
            } catch (IOException e) {
                throw new SerializationException(topic, e);
            }
            return bytes.toByteArray();
        }

        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            if (data == null) {
                return null;
            }
            String version = data.length == 0 ? "none" : Integer.toString(data[0]);
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
                int v = in.readUnsignedByte();
                if (v != 1 && v != 2) {
                    throw new IOException("unknown");
                }
                Instant takenAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
                double celsius = in.readDouble();
                double bar = in.readDouble();
                double grams = in.readDouble();
                int millis = in.readInt();
                MachineReading reading = new MachineReading(
                        text(in), text(in), takenAt, celsius, bar, grams, millis, v == 2 ? text(in) : "unknown");
                if (in.read() != -1) {
                    throw new IOException("surplus");
                }
                return reading;
            } catch (IOException | DateTimeException e) {
                throw new SerializationException("[" + topic + "] [version: " + version + "] " + e, e);
            }
        }

        private static String text(DataInputStream in) throws IOException {
            byte[] utf8 = new byte[in.readUnsignedShort()];
            in.readFully(utf8);
            return Utils.utf8(utf8);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {}

        @Override
        public void close() {}

        @Override
        public Serializer<MachineReading> serializer() {
            return this;
        }

        @Override
        public Deserializer<MachineReading> deserializer() {
            return this;
        }
    }

    /** The same for JSON. */
    public static final class Json<T> implements Serde<T>, Serializer<T>, Deserializer<T> {
        private final ObjectMapper mapper = new ObjectMapper()
                .findAndRegisterModules()
                .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        private Class<T> type;

        /** A serializer by class name has no type, and needs none. */
        @Override
        @SuppressWarnings("unchecked")
        public void configure(Map<String, ?> configs, boolean isKey) {
            String name = isKey ? JSON_KEY_TYPE : JSON_VALUE_TYPE;
            Object value = configs.get(name);
            boolean forSerializer = configs.containsKey("key.serializer");
            if (forSerializer) {
                return;
            }
            try {
                type = value instanceof Class<?> c
                        ? (Class<T>) c
                        : (Class<T>) Utils.loadClass((String) value, Object.class);
            } catch (ClassNotFoundException | NullPointerException e) {
                throw new ConfigException(name, value);
            }
        }

        @Override
        public byte[] serialize(String topic, T object) {
            if (object == null) {
                return null;
            }
            try {
                return mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(object)
                        .getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new SerializationException(topic, e);
            }
        }

        @Override
        public T deserialize(String topic, byte[] data) {
            if (data == null) {
                return null;
            }
            try (JsonParser parser = mapper.createParser(data)) {
                T value = parser.readValueAs(type);
                if (value == null || parser.nextToken() != null) {
                    throw new IOException("not one object");
                }
                return value;
            } catch (IOException e) {
                throw new SerializationException("JSON in " + topic, e);
            }
        }

        @Override
        public void close() {}

        @Override
        public Serializer<T> serializer() {
            return this;
        }

        @Override
        public Deserializer<T> deserializer() {
            return this;
        }
    }
}
