package io.kafkamastery.cli.doctor;

import io.kafkamastery.cli.FreeMemory;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.cluster.docker.DockerAvailability;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Looks at everything that labs depend on. */
final class Examination {

    private static final int LEAST_JAVA = 17;
    private static final long LEAST_FREE_MEMORY = 1L << 30;
    private static final long MEMORY_OF_THREE_BROKERS = 2L << 30;
    private static final long LEAST_FREE_DISK = 1L << 30;
    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)\\S*");

    private final Course course;
    private final DockerAvailability docker;

    Examination(Course course) {
        this.course = course;
        this.docker = DockerAvailability.probe();
    }

    List<Finding> all() {
        return List.of(java(), maven(), memory(), disk(), courseFolder(), docker(), backend(), port());
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String seen = Runtime.version() + ", " + System.getProperty("java.home");
        if (version < LEAST_JAVA) {
            return Finding.bad("Java", seen, "Install a JDK, 17 or newer, and set JAVA_HOME to its folder.");
        }
        return ToolProvider.getSystemJavaCompiler() == null
                ? Finding.bad("Java", seen + ", without a compiler", "Install a JDK: this is a runtime only.")
                : Finding.ok("Java", seen);
    }

    private static Finding maven() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        Optional<String> said = output(windows ? "mvn.cmd" : "mvn", "-B", "-version");
        Matcher version = MAVEN_VERSION.matcher(said.orElse(""));
        if (!version.find()) {
            return Finding.bad("Maven", "no mvn in your PATH", "Install Maven, 3.8.6 or newer.");
        }
        int number = Integer.parseInt(version.group(1)) * 10_000
                + Integer.parseInt(version.group(2)) * 100
                + Integer.parseInt(version.group(3));
        return number < 3_08_06
                ? Finding.bad("Maven", version.group(), "Install Maven 3.8.6 or newer.")
                : Finding.ok("Maven", version.group());
    }

    private static Finding memory() {
        long free = FreeMemory.bytes();
        String seen = size(free) + " free";
        if (free < LEAST_FREE_MEMORY) {
            return Finding.note(
                    "memory", seen, "A broker takes about 300 MB. Close some programs if labs fail to start.");
        }
        return free < MEMORY_OF_THREE_BROKERS
                ? Finding.note("memory", seen, "Enough for one broker; labs with three of them want 2 GB.")
                : Finding.ok("memory", seen);
    }

    private static Finding disk() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long free = Files.getFileStore(temporary).getUsableSpace();
            String seen = size(free) + " free in " + temporary;
            return free < LEAST_FREE_DISK
                    ? Finding.note("disk", seen, "Brokers store their data there. Free some space.")
                    : Finding.ok("disk", seen);
        } catch (IOException e) {
            return Finding.bad("disk", temporary + " cannot be used", "Create it, or set TMPDIR to another folder.");
        }
    }

    private Finding courseFolder() {
        Path state = course.state();
        return Files.isWritable(Files.exists(state) ? state : course.root())
                ? Finding.ok("course", course.root().toString())
                : Finding.bad("course", course.root() + " is read-only", "Copy the course to a folder of your own.");
    }

    private Finding docker() {
        return docker.usable()
                ? Finding.ok("Docker", docker.reason())
                : Finding.note("Docker", docker.reason(), "Not needed: brokers run as processes then.");
    }

    private Finding backend() {
        boolean standing = StandingCluster.in(StandingCluster.folderIn(course.root()))
                .filter(StandingCluster::isUp)
                .isPresent();
        return Finding.ok(
                "backend",
                standing
                        ? "your own cluster, which is up, for labs with one broker"
                        : (docker.usable() ? "docker" : "process") + " is taken if you choose none");
    }

    private Finding port() {
        boolean ours = StandingCluster.in(StandingCluster.folderIn(course.root()))
                .filter(StandingCluster::isUp)
                .isPresent();
        try (ServerSocket probe = new ServerSocket(9092, 1, InetAddress.getLoopbackAddress())) {
            return Finding.ok("port", "9092 is free for 'cluster up'");
        } catch (IOException taken) {
            return ours
                    ? Finding.ok("port", "9092 is your cluster's")
                    : Finding.note("port", "9092 is taken by another program", "Use 'cluster up --port 19092'.");
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }

    private static Optional<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }
}
