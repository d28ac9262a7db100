package io.kafkamastery.week01.serialization.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the layout step by step, and each step right; mistakes override a step. */
abstract class StepByStepReader implements Deserializer<MachineReading> {

    @Override
    public MachineReading deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        try {
            return read(topic, buffer(data));
        } catch (BufferUnderflowException | DateTimeException e) {
            throw damaged(topic, data.length == 0 ? -1 : data[0], e);
        }
    }

    final MachineReading read(String topic, ByteBuffer in) {
        int version = version(topic, in);
        Instant takenAt = moment(in);
        double boilerCelsius = number(in);
        double pumpBar = number(in);
        double cupGrams = number(in);
        int shotMillis = in.getInt();
        String machineId = text(in);
        String shop = text(in);
        String firmware = version == 1 ? null : text(in);
        end(topic, version, in);
        return new MachineReading(machineId, shop, takenAt, boilerCelsius, pumpBar, cupGrams, shotMillis, firmware);
    }

    ByteBuffer buffer(byte[] data) {
        return ByteBuffer.wrap(data);
    }

    int version(String topic, ByteBuffer in) {
        int version = in.get();
        if (version < 1 || version > 2) {
            throw damaged(topic, version, null);
        }
        return version;
    }

    Instant moment(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    double number(ByteBuffer in) {
        return in.getDouble();
    }

    String text(ByteBuffer in) {
        return new String(bytes(in), UTF_8);
    }

    final byte[] bytes(ByteBuffer in) {
        byte[] text = new byte[in.getShort() & 0xFFFF];
        in.get(text);
        return text;
    }

    void end(String topic, int version, ByteBuffer in) {
        if (in.hasRemaining()) {
            throw damaged(topic, version, null);
        }
    }

    RuntimeException damaged(String topic, int version, Exception cause) {
        return new SerializationException("A reading of version " + version + " in " + topic + " is damaged", cause);
    }
}
