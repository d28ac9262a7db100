package io.kafkamastery.week02.delivery;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs a processor until it is killed; what {@link DoomedProcess} starts. */
final class DoomedMain {

    private DoomedMain() {}

    /** There as soon as the processor stands still. */
    static Path signal(Path folder) {
        return folder.resolve("stands-still");
    }

    /** There if the processor ended with an exception instead. */
    static Path outcome(Path folder) {
        return folder.resolve("outcome");
    }

    public static void main(String[] args) throws IOException {
        Shift shift = new Shift(
                Guarantee.valueOf(args[1]), args[2], args[3], args[4], Path.of(args[5]), Duration.parse(args[6]));
        Path folder = Path.of(args[9]);
        Fate fate = Fate.at(Fate.Moment.valueOf(args[7]), args[8], () -> standStill(folder));
        try {
            shift.run(create(args[0]), fate);
        } catch (Throwable e) {
            write(outcome(folder), e);
        }
        Runtime.getRuntime().halt(0); // whatever threads it has left running
    }

    private static OrderProcessor create(String className) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (OrderProcessor) constructor.newInstance();
    }

    private static void standStill(Path folder) {
        try {
            Files.createFile(signal(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stillDoomed) {
                // Nothing that the processor does gets it past this point.
            }
        }
    }

    private static void write(Path file, Throwable failure) throws IOException {
        Path draft = file.resolveSibling("draft");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(draft))) {
            out.writeObject(failure);
        }
        Files.move(draft, file);
    }
}
