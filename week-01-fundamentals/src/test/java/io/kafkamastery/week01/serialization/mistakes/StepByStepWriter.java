package io.kafkamastery.week01.serialization.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the layout step by step, and each step right; mistakes override a step. */
abstract class StepByStepWriter implements Serializer<MachineReading> {

    private static final int PLENTY = 300_000;

    @Override
    public byte[] serialize(String topic, MachineReading reading) {
        if (reading == null) {
            return null;
        }
        ByteBuffer out = buffer();
        version(out);
        moment(out, reading.takenAt());
        number(out, reading.boilerCelsius());
        number(out, reading.pumpBar());
        number(out, reading.cupGrams());
        out.putInt(reading.shotMillis());
        text(out, reading.machineId());
        text(out, reading.shop());
        text(out, reading.firmware());
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    ByteBuffer buffer() {
        return ByteBuffer.allocate(PLENTY);
    }

    void version(ByteBuffer out) {
        out.put((byte) 2);
    }

    void moment(ByteBuffer out, Instant moment) {
        out.putLong(moment.getEpochSecond()).putInt(moment.getNano());
    }

    void number(ByteBuffer out, double number) {
        out.putDouble(number);
    }

    void text(ByteBuffer out, String text) {
        bytes(out, text.getBytes(UTF_8));
    }

    final void bytes(ByteBuffer out, byte[] text) {
        if (text.length > 0xFFFF) {
            throw new SerializationException("A text of " + text.length + " bytes is too long");
        }
        out.putShort((short) text.length).put(text);
    }
}
