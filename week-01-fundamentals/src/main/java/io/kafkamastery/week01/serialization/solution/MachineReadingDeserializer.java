package io.kafkamastery.week01.serialization.solution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads readings in all versions of the binary format that there have been: the log still holds the old ones. */
public final class MachineReadingDeserializer implements Deserializer<MachineReading> {

    // region: deserialize
    @Override
    public MachineReading deserialize(String topic, byte[] data) {
        if (data == null) {
            return null; // a tombstone
        }
        if (data.length == 0) {
            throw new SerializationException("A reading in topic " + topic + " is empty: it lacks even its version");
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        int version = in.get();
        if (version != 1 && version != 2) {
            throw new SerializationException(
                    "A reading in topic " + topic + " is of version " + version + ", and this program knows 1 and 2");
        }
        try {
            return read(topic, version, in);
        } catch (BufferUnderflowException e) {
            throw damaged(topic, version, "ends too early, after " + data.length + " bytes", e);
        } catch (DateTimeException e) {
            throw damaged(topic, version, "was taken at a moment that there is not", e);
        }
    }

    private static MachineReading read(String topic, int version, ByteBuffer in) {
        Instant takenAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
        double boilerCelsius = in.getDouble();
        double pumpBar = in.getDouble();
        double cupGrams = in.getDouble();
        int shotMillis = in.getInt();
        String machineId = text(in);
        String shop = text(in);
        String firmware = version >= 2 ? text(in) : MachineReading.UNKNOWN_FIRMWARE;
        if (in.hasRemaining()) {
            throw damaged(topic, version, "goes on for " + in.remaining() + " bytes after its last field", null);
        }
        return new MachineReading(machineId, shop, takenAt, boilerCelsius, pumpBar, cupGrams, shotMillis, firmware);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(utf8);
        return new String(utf8, UTF_8);
    }
    // endregion

    private static SerializationException damaged(String topic, int version, String how, Exception cause) {
        return new SerializationException(
                "A reading in topic " + topic + ", of version " + version + ", is damaged: it " + how, cause);
    }
}
