package io.kafkamastery.week01.serialization.alternatives;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

@Alternative(
        "One class for both ways, which reads Kafka's buffers; lambdas for JSON, indented and in ASCII with escapes")
final class OneClassForBothWays implements ReadingSerdes {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .findAndAddModules()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public Serde<MachineReading> binary() {
        return Serdes.serdeFrom(new Binary(), new Binary());
    }

    @Override
    public <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(OneClassForBothWays::write, (topic, bytes) -> read(topic, bytes, type));
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
        return JsonWriter.class;
    }

    @Override
    public Class<?> jsonDeserializer() {
        return JsonReader.class;
    }

    private static byte[] write(String topic, Object object) {
        try {
            return object == null ? null : JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new SerializationException(topic, e);
        }
    }

    private static <T> T read(String topic, byte[] bytes, Class<T> type) {
        if (bytes == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            T object = JSON.readValue(parser, type);
            if (object == null || parser.nextToken() != null) {
                throw new IOException("not exactly one value");
            }
            return object;
        } catch (IOException e) {
            throw new SerializationException(topic + " holds no " + type, e);
        }
    }

    public static final class JsonWriter implements Serializer<Object> {
        @Override
        public byte[] serialize(String topic, Object object) {
            return write(topic, object);
        }
    }

    public static final class JsonReader implements Deserializer<Object> {
        private Class<?> type;

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            String setting = isKey ? JSON_KEY_TYPE : JSON_VALUE_TYPE;
            try {
                type = JSON.getTypeFactory().findClass(String.valueOf(configs.get(setting)));
            } catch (ClassNotFoundException e) {
                throw new ConfigException(setting + " should name a class: " + e);
            }
        }

        @Override
        public Object deserialize(String topic, byte[] bytes) {
            return read(topic, bytes, type);
        }
    }

    public static final class Binary implements Serializer<MachineReading>, Deserializer<MachineReading> {

        private static final int MOST_BYTES_OF_A_CHAR = 3;

        @Override
        public byte[] serialize(String topic, MachineReading reading) {
            if (reading == null) {
                return null;
            }
            List<String> texts = List.of(reading.machineId(), reading.shop(), reading.firmware());
            int letters = texts.stream().mapToInt(String::length).sum();
            ByteBuffer out = ByteBuffer.allocate(47 + MOST_BYTES_OF_A_CHAR * letters)
                    .put((byte) 2)
                    .putLong(reading.takenAt().getEpochSecond())
                    .putInt(reading.takenAt().getNano())
                    .putDouble(reading.boilerCelsius())
                    .putDouble(reading.pumpBar())
                    .putDouble(reading.cupGrams())
                    .putInt(reading.shotMillis());
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                if (utf8.length > 0xFFFF) {
                    throw new SerializationException("A text of " + utf8.length + " bytes");
                }
                out.putShort((short) utf8.length).put(utf8);
            }
            return Arrays.copyOf(out.array(), out.position());
        }

        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            return deserialize(topic, null, data == null ? null : ByteBuffer.wrap(data));
        }

        @Override
        public MachineReading deserialize(String topic, Headers headers, ByteBuffer data) {
            if (data == null) {
                return null;
            }
            ByteBuffer in = data.slice();
            String version = in.hasRemaining() ? "version " + in.get(0) : "no version";
            try {
                return read(in);
            } catch (RuntimeException e) {
                throw new SerializationException(topic + ": a reading of " + version + " cannot be read", e);
            }
        }

        private static MachineReading read(ByteBuffer in) {
            int version = in.get();
            if (version < 1 || version > 2) {
                throw new IllegalArgumentException("unknown version");
            }
            Instant takenAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
            double[] numbers = {in.getDouble(), in.getDouble(), in.getDouble()};
            int shotMillis = in.getInt();
            String[] texts = {text(in), text(in), version == 2 ? text(in) : null};
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("more than a reading");
            }
            return new MachineReading(
                    texts[0], texts[1], takenAt, numbers[0], numbers[1], numbers[2], shotMillis, texts[2]);
        }

        private static String text(ByteBuffer in) {
            int length = in.getShort() & 0xFFFF;
            String text = StandardCharsets.UTF_8
                    .decode(in.slice(in.position(), length))
                    .toString();
            in.position(in.position() + length);
            return text;
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            // both interfaces have it
        }

        @Override
        public void close() {
            // both interfaces have it
        }
    }
}
