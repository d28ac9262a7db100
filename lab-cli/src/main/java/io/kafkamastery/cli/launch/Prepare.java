package io.kafkamastery.cli.launch;

import io.kafkamastery.cli.work.PristineStarters;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Called by the launcher after a build: puts the jars of that build where the next build does not overwrite them under a
 * running command, and has a JVM make the class-data archive. Last it writes the file {@code ready}, which tells the
 * launcher how to start.
 */
final class Prepare {

    private static final int TRAINING_LIMIT_SECONDS = 120;

    private final Path root;
    private final String java;
    private final Path state;
    private final Path fresh;

    private Prepare(Path root, String java) throws IOException {
        this.root = root;
        this.java = java;
        this.state = root.resolve(".lab/launch");
        this.fresh = Files.createTempDirectory(state, "build-");
    }

    /** @param arguments the root of the course; the java to start; the jar of this module */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        Prepare prepare = new Prepare(root, arguments[1]);
        String built =
                Files.readString(root.resolve("lab-cli/target/class-path")).strip();
        String classPath = prepare.keep(arguments[2] + File.pathSeparator + built);
        Path archive = prepare.fresh.resolve("lab.jsa");
        prepare.train(classPath, archive);
        prepare.publish(classPath, archive);
        prepare.removeOlder();
        new PristineStarters(root).keep();
    }

    /** Copies what lies in the course's own folder; what Maven downloaded stays where it is. */
    private String keep(String classPath) throws IOException {
        List<String> kept = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            kept.add(
                    jar.startsWith(root)
                            ? Files.copy(jar, fresh.resolve(jar.getFileName())).toString()
                            : entry);
        }
        return String.join(File.pathSeparator, kept);
    }

    /** Lets a JVM do what the command is used for, and write down the classes that this took. Without it, all is slower. */
    private void train(String classPath, Path archive) throws IOException, InterruptedException {
        Path log = fresh.resolve("training.log");
        Process training = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Dfile.encoding=UTF-8",
                        "-Dlab.root=" + root,
                        "-cp",
                        classPath,
                        Training.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        training.getOutputStream().close();
        if (!training.waitFor(TRAINING_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly().waitFor();
        }
        if (Files.notExists(archive)) {
            System.err.println("lab will start more slowly than it could: " + log + " says why.");
        }
    }

    private void publish(String classPath, Path archive) throws IOException {
        // From Java 24 on, loading a compression codec warns without this.
        String flag = Runtime.version().feature() >= 24 ? "--enable-native-access=ALL-UNNAMED" : "-Dlab.flag=none";
        String text = Stream.of(root.toString(), java, archive.toString(), classPath, flag)
                .collect(Collectors.joining("\n", "", "\n"));
        replace("arguments", argumentFile(classPath, archive, flag), nativeEncoding());
        replace("ready", text, StandardCharsets.UTF_8); // last: its presence says that all the rest is complete
    }

    /** For the launcher of Windows, whose shell cannot hold a class path: what java is to be given, as java reads files. */
    private static String argumentFile(String classPath, Path archive, String flag) {
        return Stream.of(
                        flag,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-XX:SharedArchiveFile=" + archive,
                        "-Dlab.archive=" + archive,
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath)
                .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Charset nativeEncoding() {
        return Charset.forName(System.getProperty("sun.jnu.encoding"));
    }

    private void replace(String name, String text, Charset encoding) throws IOException {
        Path file = fresh.resolve(name);
        Files.writeString(file, text, encoding);
        Files.move(file, state.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What earlier builds left, unless a command still runs from it where that keeps files from being deleted. */
    private void removeOlder() throws IOException {
        try (Stream<Path> builds = Files.list(state)) {
            for (Path build : builds.filter(Files::isDirectory)
                    .filter(other -> !other.equals(fresh))
                    .toList()) {
                try (Stream<Path> files = Files.walk(build)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        }
    }
}
