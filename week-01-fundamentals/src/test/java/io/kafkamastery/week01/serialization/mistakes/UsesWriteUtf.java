package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "DataOutputStream.writeUTF writes UTF-8", caughtBy = "1.5.a")
final class UsesWriteUtf extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        void text(ByteBuffer out, String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                new DataOutputStream(bytes).writeUTF(text);
            } catch (IOException e) {
                throw new SerializationException("A text cannot be written", e);
            }
            out.put(bytes.toByteArray());
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        String text(ByteBuffer in) {
            DataInputStream rest =
                    new DataInputStream(new ByteArrayInputStream(in.array(), in.position(), in.remaining()));
            try {
                int before = rest.available();
                String text = rest.readUTF();
                in.position(in.position() + before - rest.available());
                return text;
            } catch (IOException e) {
                throw new SerializationException("A text cannot be read", e);
            }
        }
    }
}
