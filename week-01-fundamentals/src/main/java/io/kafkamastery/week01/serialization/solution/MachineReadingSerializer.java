package io.kafkamastery.week01.serialization.solution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes readings in version 2 of the binary format. Keeps no state, so that threads can share it. */
public final class MachineReadingSerializer implements Serializer<MachineReading> {

    private static final byte VERSION = 2;
    private static final int BYTES_BEFORE_TEXTS = 41;
    private static final int MOST_BYTES_OF_A_TEXT = 0xFFFF;

    // region: serialize
    @Override
    public byte[] serialize(String topic, MachineReading reading) {
        if (reading == null) {
            return null; // a tombstone
        }
        byte[] machineId = utf8(topic, "machineId", reading.machineId());
        byte[] shop = utf8(topic, "shop", reading.shop());
        byte[] firmware = utf8(topic, "firmware", reading.firmware());
        int texts = 3 * Short.BYTES + machineId.length + shop.length + firmware.length;

        ByteBuffer out = ByteBuffer.allocate(BYTES_BEFORE_TEXTS + texts); // big-endian, unless told otherwise
        out.put(VERSION);
        out.putLong(reading.takenAt().getEpochSecond());
        out.putInt(reading.takenAt().getNano());
        out.putDouble(reading.boilerCelsius());
        out.putDouble(reading.pumpBar());
        out.putDouble(reading.cupGrams());
        out.putInt(reading.shotMillis());
        putText(out, machineId);
        putText(out, shop);
        putText(out, firmware);
        return out.array();
    }
    // endregion

    private static byte[] utf8(String topic, String field, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > MOST_BYTES_OF_A_TEXT) {
            throw new SerializationException("A reading for topic " + topic + " cannot be written: its " + field
                    + " takes " + bytes.length + " bytes, and the format has room for " + MOST_BYTES_OF_A_TEXT);
        }
        return bytes;
    }

    private static void putText(ByteBuffer out, byte[] utf8) {
        out.putShort((short) utf8.length); // keeps the lower 16 bits, which is all there are
        out.put(utf8);
    }
}
