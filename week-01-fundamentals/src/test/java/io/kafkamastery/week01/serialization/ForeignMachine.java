package io.kafkamastery.week01.serialization;

import io.kafkamastery.kit.jvm.SecondJvm;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine that is set up differently from this one: a JVM whose default charset is ISO 8859-1. What is written here
 * must be readable there, and the other way round.
 */
final class ForeignMachine {

    private static final String DEFAULT_CHARSET = "ISO-8859-1";
    private static final int MOST_SECONDS = 30;
    private static final String TOPIC = "machine-readings";
    private static final String CAFE = "Café Zürich";

    /** What stands between these two is the complaint, which may be empty. Whatever else is printed there is no affair of ours. */
    private static final String BEGIN = "<<complaint:";

    private static final String END = ">>";

    private ForeignMachine() {}

    /** What went wrong there; empty if all went well. */
    static String complaint(ReadingSerdes lab) throws IOException, InterruptedException {
        Process process = SecondJvm.running(ForeignMachine.class)
                .with("-Dfile.encoding=" + DEFAULT_CHARSET)
                .start(lab.getClass().getName());
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return "nothing was heard from it";
            }
            int begin = said.lastIndexOf(BEGIN);
            int end = said.lastIndexOf(END);
            return process.exitValue() == 0 && begin >= 0 && end > begin
                    ? said.substring(begin + BEGIN.length(), end)
                    : "the program there ended with\n" + said.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs on the other machine, and prints its complaint. Its argument is the name of the lab's class. */
    public static void main(String[] args) throws ReflectiveOperationException {
        String charset = Charset.defaultCharset().name();
        if (!charset.equals(DEFAULT_CHARSET)) {
            throw new IllegalStateException("The default charset should be " + DEFAULT_CHARSET + ", but is " + charset);
        }
        ReadingSerdes lab = create(args[0]);
        String complaint = Stream.of(binaryComplaint(lab), jsonComplaint(lab))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
        print(BEGIN + complaint + END);
    }

    private static String binaryComplaint(ReadingSerdes lab) {
        String written = Differences.between(
                Readings.TYPICAL_VERSION_2, lab.binary().serializer().serialize(TOPIC, Readings.TYPICAL));
        if (!written.isEmpty()) {
            return "the bytes that are written there differ: " + written;
        }
        String read = Differences.between(
                Readings.TYPICAL, lab.binary().deserializer().deserialize(TOPIC, Readings.TYPICAL_VERSION_2));
        return read.isEmpty() ? "" : "the reading that is read there differs: " + read;
    }

    private static String jsonComplaint(ReadingSerdes lab) {
        byte[] utf8 = ("{\"name\":\"" + CAFE + "\"}").getBytes(StandardCharsets.UTF_8);
        Shop read = lab.json(Shop.class).deserializer().deserialize(TOPIC, utf8);
        if (!CAFE.equals(read.name())) {
            return "JSON in UTF-8 is read as if it were in another charset: '" + CAFE + "' becomes '" + read.name()
                    + "'";
        }
        byte[] written = lab.json(Shop.class).serializer().serialize(TOPIC, new Shop(CAFE));
        String back = new String(written, StandardCharsets.UTF_8);
        return back.contains(CAFE) || back.contains("\\u")
                ? ""
                : "JSON is not written in UTF-8 there: '" + CAFE + "' becomes '" + back + "'";
    }

    /** What is read and written there as JSON. */
    record Shop(String name) {}

    private static ReadingSerdes create(String className) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
        constructor.setAccessible(true); // as the kit does it here
        return (ReadingSerdes) constructor.newInstance();
    }

    /** In UTF-8, whatever the charset of this machine. */
    private static void print(String sentence) {
        byte[] utf8 = sentence.getBytes(StandardCharsets.UTF_8);
        System.out.write(utf8, 0, utf8.length);
        System.out.flush();
    }
}
