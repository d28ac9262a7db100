package io.kafkamastery.week01.serialization.alternatives;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

@Alternative("A growing buffer for each thread, every failure of a reader wrapped, JSON by way of a tree")
final class OneBufferPerThread implements ReadingSerdes {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
            .build();

    @Override
    public Serde<MachineReading> binary() {
        return Serdes.serdeFrom(new Writer(), new Reader());
    }

    @Override
    public <T> Serde<T> json(Class<T> type) {
        JsonReader<T> reader = new JsonReader<>();
        reader.configure(Map.of(JSON_VALUE_TYPE, type.getName()), false);
        return Serdes.serdeFrom(new JsonWriter<>(), reader);
    }

    @Override
    public Class<?> binarySerializer() {
        return Writer.class;
    }

    @Override
    public Class<?> binaryDeserializer() {
        return Reader.class;
    }

    @Override
    public Class<?> jsonSerializer() {
        return JsonWriter.class;
    }

    @Override
    public Class<?> jsonDeserializer() {
        return JsonReader.class;
    }

    public static final class Writer implements Serializer<MachineReading> {
        private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocate(1 << 18));

        @Override
        public byte[] serialize(String topic, MachineReading r) {
            if (r == null) {
                return null;
            }
            ByteBuffer out = buffers.get().clear();
            out.put((byte) 2)
                    .putLong(r.takenAt().getEpochSecond())
                    .putInt(r.takenAt().getNano());
            out.putDouble(r.boilerCelsius()).putDouble(r.pumpBar()).putDouble(r.cupGrams());
            out.putInt(r.shotMillis());
            text(out, r.machineId());
            text(out, r.shop());
            text(out, r.firmware());
            byte[] bytes = new byte[out.position()];
            out.flip().get(bytes);
            return bytes;
        }

        private static void text(ByteBuffer out, String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            if (utf8.length > 65_535) {
                throw new SerializationException("'" + text.substring(0, 20) + "…' is too long");
            }
            out.putChar((char) utf8.length).put(utf8);
        }
    }

    public static final class Reader implements Deserializer<MachineReading> {
        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            if (data == null) {
                return null;
            }
            try {
                return read(ByteBuffer.wrap(data));
            } catch (RuntimeException e) {
                String version = data.length > 0 ? "v" + data[0] : "no version";
                throw new SerializationException("Cannot read " + version + " from " + topic, e);
            }
        }

        private static MachineReading read(ByteBuffer in) {
            byte version = in.get();
            Instant takenAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
            double celsius = in.getDouble();
            double bar = in.getDouble();
            double grams = in.getDouble();
            int millis = in.getInt();
            String machineId = text(in);
            String shop = text(in);
            String firmware = switch (version) {
                case 1 -> null;
                case 2 -> text(in);
                default -> throw new IllegalArgumentException();
            };
            if (in.remaining() > 0) {
                throw new IllegalArgumentException();
            }
            return new MachineReading(machineId, shop, takenAt, celsius, bar, grams, millis, firmware);
        }

        private static String text(ByteBuffer in) {
            int length = in.getChar();
            String text = UTF_8.decode(in.slice(in.position(), length)).toString();
            in.position(in.position() + length);
            return text;
        }
    }

    public static final class JsonWriter<T> implements Serializer<T> {
        @Override
        public synchronized byte[] serialize(String topic, T object) {
            return object == null ? null : MAPPER.valueToTree(object).toString().getBytes(UTF_8);
        }
    }

    public static final class JsonReader<T> implements Deserializer<T> {
        private Class<?> type;

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            String setting = isKey ? JSON_KEY_TYPE : JSON_VALUE_TYPE;
            String name = configs.containsKey(setting) ? configs.get(setting).toString() : "";
            try {
                type = Thread.currentThread().getContextClassLoader().loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new ConfigException(setting + " should name a class, but is '" + name + "'");
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(String topic, byte[] data) {
            if (data == null) {
                return null;
            }
            try {
                var tree = MAPPER.readTree(data);
                if (!tree.isObject()) {
                    throw new SerializationException("No object in " + topic + ": " + tree);
                }
                return (T) MAPPER.treeToValue(tree, type);
            } catch (java.io.IOException e) {
                throw new SerializationException("Bad JSON in " + topic + ": " + e.getMessage(), e);
            }
        }
    }
}
