package io.kafkamastery.week01.serialization;

import io.kafkamastery.kit.jvm.SecondJvm;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A machine that is set up differently from this one: a JVM whose default charset is ISO 8859-1. What is written here
 * must be readable there, and the other way round.
 */
final class ForeignMachine {

    private static final String DEFAULT_CHARSET = "ISO-8859-1";
    private static final int MOST_SECONDS = 30;

    private ForeignMachine() {}

    /** What went wrong there, with these two classes; empty if all went well. */
    static String complaint(Class<?> serializer, Class<?> deserializer) throws IOException, InterruptedException {
        Process process = SecondJvm.running(ForeignMachine.class)
                .with("-Dfile.encoding=" + DEFAULT_CHARSET)
                .start(serializer.getName(), deserializer.getName());
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return "nothing was heard from it";
            }
            return process.exitValue() == 0 ? said.strip() : "the program there ended with\n" + said.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs on the other machine; prints nothing if all is well. Its arguments are the names of the two classes. */
    public static void main(String[] args) throws ReflectiveOperationException {
        String charset = Charset.defaultCharset().name();
        if (!charset.equals(DEFAULT_CHARSET)) {
            throw new IllegalStateException("The default charset should be " + DEFAULT_CHARSET + ", but is " + charset);
        }
        Serializer<MachineReading> serializer = create(args[0]);
        Deserializer<MachineReading> deserializer = create(args[1]);
        String written = Differences.between(
                Readings.TYPICAL_VERSION_2, serializer.serialize("machine-readings", Readings.TYPICAL));
        if (!written.isEmpty()) {
            print("the bytes that are written there differ: " + written);
            return;
        }
        String read = Differences.between(
                Readings.TYPICAL, deserializer.deserialize("machine-readings", Readings.TYPICAL_VERSION_2));
        if (!read.isEmpty()) {
            print("the reading that is read there differs: " + read);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T create(String className) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
        return (T) constructor.newInstance();
    }

    /** In UTF-8, whatever the charset of this machine. */
    private static void print(String sentence) {
        byte[] utf8 = sentence.getBytes(StandardCharsets.UTF_8);
        System.out.write(utf8, 0, utf8.length);
        System.out.flush();
    }
}
