package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.CacheFolder;
import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path that brokers run on and, in the user's cache folder, two things made from it once: a class-data archive
 * (JEP 350), which halves a broker's start, and a formatted log directory's bootstrap metadata, which saves formatting.
 *
 * <p>Both are a convenience. Where the cache cannot be used, brokers start without, and one line says so.
 */
final class ClassArchive {

    /** So many archives of about 50 MB are kept: the current ones of two Java versions, and one to spare. */
    private static final int ARCHIVES_KEPT = 3;

    private final List<Path> classPath;
    private final Optional<Path> archive;
    private final Optional<Path> bootstrapMetadata;

    private ClassArchive(List<Path> classPath, Optional<Path> archive, Optional<Path> bootstrapMetadata) {
        this.classPath = classPath;
        this.archive = archive;
        this.bootstrapMetadata = bootstrapMetadata;
    }

    List<Path> classPath() {
        return classPath;
    }

    /** To be given to the JVM in {@code -XX:SharedArchiveFile}. */
    Optional<Path> archive() {
        return archive;
    }

    /** What {@code kafka-storage format} writes to {@code bootstrap.checkpoint}; it is the same for every node. */
    Optional<Path> bootstrapMetadata() {
        return bootstrapMetadata;
    }

    /**
     * Opens what the cache holds, and fills it first if it holds nothing for this class path.
     *
     * @param scratch a folder for what is needed if there is no cache
     * @param training runs a broker on the given class path, with the given archive to be made at its exit, in a folder
     */
    static synchronized ClassArchive open(Path scratch, Consumer<Training> training) {
        List<Path> jars = BrokerJars.onClassPath();
        CacheFolder.Result cache = CacheFolder.open();
        if (cache.folder().isEmpty()) {
            Notice.say("Brokers start more slowly than they could: no class archive, because " + cache.whyNot()
                    + ". Choose another cache folder with -Dlab.cache=<folder>.");
            return without(scratch, jars);
        }
        try {
            return openIn(cache.folder().get(), jars, training);
        } catch (IOException | ClusterException e) {
            Notice.say("Brokers start more slowly than they could: the class archive could not be made ("
                    + firstLine(e.getMessage()) + ").");
            return without(scratch, jars);
        }
    }

    private static ClassArchive openIn(Path cache, List<Path> jars, Consumer<Training> training) throws IOException {
        String key = key(jars);
        Path launcher = cache.resolve("launcher-" + key + ".jar");
        Path archive = cache.resolve("classes-" + key + ".jsa");
        Path bootstrap = cache.resolve("bootstrap-" + key + ".checkpoint");
        List<Path> classPath = classPath(launcher, jars);
        if (Files.notExists(bootstrap) || Files.notExists(launcher)) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (Files.notExists(bootstrap)) { // nobody else made it while we waited
                    Notice.say("Preparing fast broker starts, once per machine (some seconds) …");
                    writeLauncher(launcher);
                    Path folder = Files.createTempDirectory(cache, "training-");
                    fill(new Training(classPath, folder.resolve("classes.jsa"), folder), archive, bootstrap, training);
                    removeOld(cache);
                }
            }
        }
        return new ClassArchive(
                classPath, Files.exists(archive) ? Optional.of(archive) : Optional.empty(), Optional.of(bootstrap));
    }

    private static void fill(Training plan, Path archive, Path bootstrap, Consumer<Training> training)
            throws IOException {
        try {
            training.accept(plan);
            if (Files.exists(plan.archive())) {
                Files.move(plan.archive(), archive, StandardCopyOption.ATOMIC_MOVE);
            }
            // Last, and in one step: its presence says that all the rest is complete.
            Path formatted = plan.folder().resolve("data/bootstrap.checkpoint");
            Files.move(formatted, bootstrap, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Workspace.delete(plan.folder());
        }
    }

    /** A class path with nothing prepared for it. */
    static ClassArchive plain(List<Path> classPath) {
        return new ClassArchive(classPath, Optional.empty(), Optional.empty());
    }

    private static ClassArchive without(Path scratch, List<Path> jars) {
        Path launcher = scratch.resolve("launcher.jar");
        try {
            writeLauncher(launcher);
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot write to " + scratch + " (" + e.getMessage()
                            + "). Free some space there, or choose another place with -Djava.io.tmpdir=<folder>.",
                    e);
        }
        return plain(classPath(launcher, jars));
    }

    private static List<Path> classPath(Path launcher, List<Path> jars) {
        List<Path> all = new ArrayList<>(List.of(launcher));
        all.addAll(jars);
        return List.copyOf(all);
    }

    /** Puts the one class of the kit that brokers run into a jar: archives take jars only, and the kit may be a folder. */
    private static void writeLauncher(Path jar) throws IOException {
        Path fresh = Files.createTempFile(jar.getParent(), "launcher", ".tmp");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh))) {
            out.putNextEntry(new JarEntry(classFile()));
            out.write(launcherClass());
            out.closeEntry();
        }
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String classFile() {
        return BrokerLauncher.class.getName().replace('.', '/') + ".class";
    }

    private static byte[] launcherClass() throws IOException {
        try (InputStream in = ClassArchive.class.getClassLoader().getResourceAsStream(classFile())) {
            return in.readAllBytes();
        }
    }

    /** The JVM checks names, sizes and times of the jars itself, and refuses an archive that does not fit. */
    private static String key(List<Path> jars) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(launcherClass());
            digest.update((System.getProperty("java.vm.version")
                            + System.getProperty("java.home")
                            + System.getProperty("os.arch"))
                    .getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                digest.update((jar + ":" + Files.size(jar) + ":" + Files.getLastModifiedTime(jar))
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void removeOld(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> archives = files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : archives.subList(Math.min(ARCHIVES_KEPT, archives.size()), archives.size())) {
                String key = old.getFileName().toString().replaceAll("^classes-|\\.jsa$", "");
                Files.deleteIfExists(cache.resolve("bootstrap-" + key + ".checkpoint"));
                Files.deleteIfExists(cache.resolve("launcher-" + key + ".jar"));
                Files.deleteIfExists(old);
            }
        }
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** One broker's life for the sake of the archive that its JVM writes when it exits. */
    record Training(List<Path> classPath, Path archive, Path folder) {}
}
